import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigError } from './config.ts';
import type { Vault } from './vault.ts';

/** SECRET_KEY, or one that is made once and kept in DATA_DIR, readable by its owner only. */
export async function secretKeyOf({
  secretKey,
  dataDir,
}: Pick<Config, 'secretKey' | 'dataDir'>): Promise<string> {
  if (secretKey !== undefined) return secretKey;
  const file = join(dataDir, 'secret-key');
  await mkdir(dataDir, { recursive: true });
  const key = (await kept(file)) ?? (await make(file));
  if (key.length < SHORTEST)
    throw new ConfigError([`${file} is damaged: put the key back that was in it, or set SECRET_KEY to it`]);
  return key;
}

const SHORTEST = 16;

async function kept(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and then linked: it is never there half-written, and of two first starts one wins. */
async function make(file: string): Promise<string> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(aside, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  return (await kept(file)) ?? '';
}

/** Throws a sentence unless the vault's key is the one that this installation has sealed its secrets with. */
export async function checkKey(
  { seal, open }: Vault,
  once: (name: string, value: string) => Promise<string>,
): Promise<void> {
  const sealed = await once('keyCheck', seal('the key fits').sealed);
  try {
    open({ sealed });
  } catch {
    throw new ConfigError([
      'SECRET_KEY is not the one that the secrets in this database were sealed with: set the one that was used before' +
        ' (without the setting it is in the file secret-key in DATA_DIR)',
    ]);
  }
}
