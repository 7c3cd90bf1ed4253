import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Runs every benchmark, each in a process of its own, or those that are named: `npm run bench -- messages`.
 * Each prints one JSON line per figure.
 */
const PARTS = new Set(['run.ts', 'figures.ts', 'graph-double.ts', 'large-flow.ts', 'six-nodes.ts']);

const wanted = process.argv.slice(2);
const all = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.ts') && !PARTS.has(file));
const chosen = all.filter((file) => wanted.length === 0 || wanted.includes(file.replace(/\.ts$/, '')));
if (chosen.length === 0) {
  console.error(
    `There is no such benchmark; there are: ${all.map((file) => file.replace(/\.ts$/, '')).join(', ')}`,
  );
  process.exit(2);
}

for (const file of chosen.sort()) {
  const code = await new Promise<number | null>((ended) =>
    spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' }).once('exit', ended),
  );
  if (code !== 0) process.exitCode = 1;
}
