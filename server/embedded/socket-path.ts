import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// The address of a unix socket holds 108 bytes with the zero at its end.
const LONGEST_PATH = 107;

/** Where the socket is, and how its folder is taken away again if it was made for it. */
export interface SocketPlace {
  readonly path: string;
  remove(): void;
}

/** A place for the socket that only this user can reach: in the data folder, or under the temporary one when that path is too long. */
export function placeSocket(folder: string): SocketPlace {
  const inside = resolve(folder, 'socket');
  const path = join(inside, 'db.sock');
  if (Buffer.byteLength(path) <= LONGEST_PATH) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    chmodSync(inside, 0o700);
    return { path, remove: () => rmSync(path, { force: true }) };
  }
  const apart = mkdtempSync(join(tmpdir(), 'sluice-'));
  return { path: join(apart, 'db.sock'), remove: () => rmSync(apart, { recursive: true, force: true }) };
}
