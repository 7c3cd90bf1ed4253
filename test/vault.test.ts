import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../server/config.ts';
import { checkKey, secretKeyOf } from '../server/secret-key.ts';
import { createVault } from '../server/vault.ts';
import { temporaryFolder } from './database.ts';

const vault = createVault('a key for this test alone');

describe('the vault', () => {
  test('opens what it sealed, and never seals the same twice', () => {
    const [one, two] = [vault.seal('token ก'), vault.seal('token ก')];
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.sealed).not.toContain('token');
    expect([vault.open(one), vault.open(two)]).toEqual(['token ก', 'token ก']);
    expect(vault.open(vault.seal(''))).toBe('');
  });

  test.each([
    ['with another key', createVault('another key altogether').seal('x').sealed],
    ['that is no sealed secret', 'plain'],
    ['that is empty', ''],
    ['without a nonce', 'v1..AAAAAAAAAAAAAAAAAAAAAA.AAAA'],
    ['with a cut tag', cutTag(vault.seal('x').sealed)],
    ['with other bytes', vault.seal('x').sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
  ])('refuses a secret %s with a sentence', (_what, sealed) => {
    expect(() => vault.open({ sealed })).toThrow(/damaged|SECRET_KEY/);
  });
});

/** A shorter tag would be easier to forge. */
function cutTag(sealed: string): string {
  const [version, iv, tag = '', text] = sealed.split('.');
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
  return [version, iv, short, text].join('.');
}

describe('the secret key', () => {
  test('is made once, is long, and only its owner may read it', async () => {
    const dataDir = join(await temporaryFolder(), 'new');
    const keys = await Promise.all(Array.from({ length: 8 }, () => secretKeyOf({ dataDir })));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]?.length).toBeGreaterThan(40);
    expect(await readdir(dataDir)).toEqual(['secret-key']);
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(dataDir, 'secret-key'), 'utf8')).trim()).toBe(keys[0]);
  });

  test('is never an empty one: a file that a crash left empty is told of', async () => {
    const dataDir = await temporaryFolder();
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'secret-key'), '');
    await expect(secretKeyOf({ dataDir })).rejects.toThrow(ConfigError);
  });

  test('that is not the one used before is told of in one sentence', async () => {
    const kept = new Map<string, string>();
    const once = async (name: string, value: string): Promise<string> => {
      kept.set(name, kept.get(name) ?? value);
      return kept.get(name) ?? value;
    };
    await checkKey(vault, once);
    await checkKey(createVault('a key for this test alone'), once);
    await expect(checkKey(createVault('another key altogether'), once)).rejects.toThrow(
      /SECRET_KEY is not the one/,
    );
  });
});
