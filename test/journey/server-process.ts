import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A real Sluice in a process of its own, so that it can really be killed. */
export interface ServerProcess {
  readonly url: string;
  /** The address that signs in; only printed by the server itself. */
  readonly signInUrl: string;
  /** kill -9: no last words, no last writes. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/** Starts a server and resolves when it says that it is ready; rejects with what it said when it ends before. */
export function startProcess(env: { readonly [name: string]: string }): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const signInUrl = /Open +(\S+)\s/.exec(said)?.[1];
      if (signInUrl !== undefined) resolve({ url: new URL(signInUrl).origin, signInUrl, ...endings(child) });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
}

function endings(child: ChildProcess): Pick<ServerProcess, 'kill' | 'stop'> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
