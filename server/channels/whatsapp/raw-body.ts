import type { IncomingMessage } from 'node:http';

/** Why a body did not become bytes. */
export type BodyTrouble = 'tooLarge' | 'brokenOff';

/**
 * The bytes of a request as they came, for a signature covers those and not what a parser makes of them. What is over
 * `maxBytes` is read to its end and thrown away, so that the answer still reaches the sender.
 */
export function rawBody(req: IncomingMessage, maxBytes: number): Promise<Buffer | BodyTrouble> {
  // Somebody else has read it: nothing is left, and nothing more would ever come.
  if (req.readableEnded) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks = [];
    });
    req.on('end', () => {
      const [first, ...rest] = chunks;
      if (size > maxBytes) resolve('tooLarge');
      else resolve(first && rest.length === 0 ? first : Buffer.concat(chunks, size));
    });
    req.on('error', () => resolve('brokenOff'));
    req.on('close', () => resolve('brokenOff'));
  });
}
