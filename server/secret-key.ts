import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/** SECRET_KEY, or one that is made once and kept in DATA_DIR, readable by its owner only. */
export async function secretKeyOf({ secretKey, dataDir }: Config): Promise<string> {
  if (secretKey !== undefined) return secretKey;
  const file = join(dataDir, 'secret-key');
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return (await readFile(file, 'utf8')).trim();
}
