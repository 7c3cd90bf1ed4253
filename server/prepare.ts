import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs before `npm start`: the right Node, and the editor built from today's sources. */

const NODE = 24;
const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist', 'editor', 'index.html');

const version = Number(process.versions.node.split('.')[0]);
if (version < NODE) {
  console.error(
    `Sluice runs on Node ${NODE}, which its own package "node" brings along, but this is Node ${process.versions.node}.\n` +
      'Run "npm install" again, with install scripts allowed for the package "node".',
  );
  process.exit(1);
}

if ((await newest('editor', 'nodes')) > (await changedAt(BUILT))) {
  console.log('Building the editor, once …');
  const { build } = await import('vite');
  await build({ root: join(ROOT, 'editor'), logLevel: 'warn' });
}

/** When a file last changed (epoch ms); never, if it is not there. */
async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function newest(...folders: readonly string[]): Promise<number> {
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(ROOT, folder), { recursive: true })).map((file) => join(ROOT, folder, file)),
    ),
  );
  return Math.max(...(await Promise.all(files.flat().map(changedAt))));
}
