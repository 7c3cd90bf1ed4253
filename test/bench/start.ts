import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './figures.ts';

/** How long a server takes to be ready, on a first start with the demo and on later ones, and what it needs at rest. */
const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
await measure('first');
await measure('later');
await rm(folder, { recursive: true, force: true });

async function measure(start: 'first' | 'later'): Promise<void> {
  const began = performance.now();
  const server = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'server', 'main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    server.stdout.on('data', (said: Buffer) => said.includes('ready') && ready());
  });
  report('start', 'ready_ms', performance.now() - began, { start });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  if (kilobytes !== undefined) report('start', 'resident_mb_at_rest', Number(kilobytes) / 1_024, { start });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
