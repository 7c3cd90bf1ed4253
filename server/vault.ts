import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Sealed } from './store/store.ts';

/** Keeps secrets at rest: AES-256-GCM under SECRET_KEY. */
export interface Vault {
  seal(secret: string): Sealed;
  /** Throws when the secret was sealed under another key. */
  open(sealed: Sealed): string;
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

export function createVault(secretKey: string): Vault {
  const key = createHash('sha256').update(`sluice vault\0${secretKey}`).digest();
  return {
    seal: (secret) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, iv);
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return { sealed: [VERSION, iv, cipher.getAuthTag(), text].map(encode).join('.') };
    },
    open: ({ sealed }) => {
      const [version, iv, tag, text] = sealed.split('.');
      if (version !== VERSION || !iv || !tag || text === undefined)
        throw new Error('a sealed secret is damaged');
      try {
        // The length is said, since a shorter tag would be easier to forge.
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), options);
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        throw new Error('a secret cannot be opened: SECRET_KEY is not the one it was sealed with');
      }
    },
  };
}

const encode = (part: string | Buffer): string =>
  typeof part === 'string' ? part : part.toString('base64url');
