import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';
import type { BusinessNumber, Json } from '../model.ts';

/** Meta does not publish its limit; 5 to 20 s are commonly assumed. */
const ANSWER_WITHIN_MS = 10_000;

/** Posts signed webhooks. */
export interface Poster {
  /** True when the business answered 200, the only answer that counts. */
  post(number: BusinessNumber, changes: readonly Json[], escaped: boolean): Promise<boolean>;
  /** Graph's handshake: true when the address gives the challenge back. */
  verify(url: string, verifyToken: string, challenge: string): Promise<boolean>;
  close(): Promise<void>;
}

/** A poster with its own connections. */
export function createPoster(): Poster {
  const dispatcher = new Agent({
    connections: 256,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
    connect: { timeout: ANSWER_WITHIN_MS },
  });
  return {
    post: async (number, changes, escaped) => {
      const body = bytesOf(number.wabaId, changes, escaped);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signature(number.appSecret, body),
      };
      try {
        const answer = await request(number.webhookUrl, { method: 'POST', headers, body, dispatcher });
        await answer.body.dump();
        return answer.statusCode === 200;
      } catch {
        return false;
      }
    },
    verify: async (url, verifyToken, challenge) => {
      const address = new URL(url);
      address.searchParams.set('hub.mode', 'subscribe');
      address.searchParams.set('hub.challenge', challenge);
      address.searchParams.set('hub.verify_token', verifyToken);
      try {
        const answer = await request(address, { dispatcher });
        return (await answer.body.text()) === challenge && answer.statusCode === 200;
      } catch {
        return false;
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** The value of `X-Hub-Signature-256` for a body. */
export const signature = (appSecret: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** The bytes of one POST. Graph writes non-ASCII as `\uXXXX` and `/` as `\/`, and signs that. */
function bytesOf(wabaId: string, values: readonly Json[], escaped: boolean): Buffer {
  const changes = values.map((value) => ({ value, field: 'messages' }));
  const source = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: wabaId, changes }],
  });
  return Buffer.from(escaped ? withEscapes(source) : source);
}

function withEscapes(source: string): string {
  return source
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
