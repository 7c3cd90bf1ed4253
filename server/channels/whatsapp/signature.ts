import { createHmac, timingSafeEqual } from 'node:crypto';

const SHAPE = /^sha256=([0-9a-f]{64})$/i;

/** The `X-Hub-Signature-256` header Meta would send with these bytes. */
export const sign = (body: Uint8Array, secret: string): string =>
  `sha256=${digest(body, secret).toString('hex')}`;

/**
 * Whether one of the app secrets signed exactly these bytes. Several may be tried, because numbers may belong to
 * different Meta apps. The comparison takes the same time wherever the signatures differ.
 */
export function verify(body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean {
  const hex = SHAPE.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const claimed = Buffer.from(hex, 'hex');
  // An empty secret would let anybody sign.
  return secrets.some((secret) => secret !== '' && timingSafeEqual(digest(body, secret), claimed));
}

const digest = (body: Uint8Array, secret: string): Buffer =>
  createHmac('sha256', secret).update(body).digest();
