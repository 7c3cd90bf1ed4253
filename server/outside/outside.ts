import { lookup as resolve } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import type { HttpRequest } from '../../nodes/contract/effect.ts';
import type { Json } from '../../nodes/contract/json.ts';
import { type HttpAnswer, type Outside, OutsideFailure } from '../runtime/ports.ts';
import type { ConnectionRecord, Sealed } from '../store/store.ts';
import { isInside } from './address-guard.ts';

/** An answer larger than this is refused, in bytes. */
const LARGEST_ANSWER = 1_000_000;
const TRIES = 3;
const PAUSE_MS = 300;

/** What calling the services of others needs to know. */
export interface OutsideSettings {
  connection(id: string): Promise<ConnectionRecord | undefined>;
  open(sealed: Sealed): string;
}

/**
 * The way out to other services. Addresses inside the network are refused, by name and by number, unless the
 * connection allows them; redirects are not followed; answers are bounded in size and time.
 */
export function createOutside({ connection, open }: OutsideSettings): Outside & { close(): Promise<void> } {
  const guarded = new Agent({ connect: guardedConnector() });
  const free = new Agent();

  const call = async (effect: HttpRequest, id: string): Promise<HttpAnswer> => {
    const via = effect.connection === undefined ? undefined : await connection(effect.connection);
    if (effect.connection !== undefined && !via)
      throw new OutsideFailure('refused', `There is no connection "${effect.connection}".`);
    const headers = Object.entries(via?.headers ?? {}).map(([name, value]) => [name, open(value)]);
    return ask(addressOf(effect.url, via), {
      method: effect.method,
      headers: {
        accept: 'application/json',
        'idempotency-key': id,
        ...effect.headers,
        ...Object.fromEntries(headers),
      },
      dispatcher: via?.allowPrivate ? free : guarded,
      signal: AbortSignal.timeout(effect.timeoutMs),
      ...(effect.body !== undefined && { body: effect.body }),
    });
  };

  return {
    request: async (effect, id) => {
      for (let tried = 1; ; tried += 1) {
        try {
          return await call(effect, id);
        } catch (error) {
          const failure = asFailure(error);
          // Only what changes nothing on the other side may simply be asked again.
          if (failure.code !== 'unreachable' || effect.method !== 'GET' || tried === TRIES) throw failure;
          await new Promise((later) => setTimeout(later, PAUSE_MS * tried));
        }
      }
    },
    close: async () => {
      await Promise.all([guarded.close(), free.close()]);
    },
  };
}

type Options = Omit<Dispatcher.RequestOptions, 'origin' | 'path'> & { readonly dispatcher: Agent };

async function ask(url: URL, options: Options): Promise<HttpAnswer> {
  const { statusCode, headers, body } = await request(url, options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) {
      body.destroy();
      throw new OutsideFailure('tooLarge', `The answer is larger than ${LARGEST_ANSWER} bytes.`);
    }
    chunks.push(chunk);
  }
  return {
    status: statusCode,
    body: read(Buffer.concat(chunks).toString('utf8'), String(headers['content-type'] ?? '')),
  };
}

/** JSON where it says so and is, else the text. */
function read(text: string, type: string): Json {
  if (!/\bjson\b/.test(type)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function addressOf(url: string, via: ConnectionRecord | undefined): URL {
  const address = URL.parse(via ? `${via.baseUrl.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}` : url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new OutsideFailure('refused', `"${url}" is not an http or https address.`);
  // Credentials of a connection must not follow a filled-in text to another host.
  if (via && address.origin !== URL.parse(via.baseUrl)?.origin)
    throw new OutsideFailure('refused', 'The address leads away from its connection.');
  return address;
}

function guardedConnector(): buildConnector.connector {
  const connect = buildConnector({
    // Asked for names; what a name resolves to is checked at the very moment it is used.
    lookup: (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '');
        if (addresses.some(({ address }) => isInside(address))) return callback(refused(hostname), '');
        const [first] = addresses;
        if (options.all) return callback(null, addresses);
        return callback(null, first?.address ?? '', first?.family);
      });
    },
  });
  return (options, callback) => {
    // Literal addresses never reach `lookup`; the URL parser has already made 0x7f.1 and 2130706433 plain.
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isInside(host)) return callback(refused(host), null);
    return connect(options, callback);
  };
}

const refused = (host: string): OutsideFailure =>
  new OutsideFailure('refused', `${host} lies inside the network; the connection does not allow that.`);

function asFailure(error: unknown): OutsideFailure {
  if (error instanceof OutsideFailure) return error;
  const { name, message } = error as Error;
  return name === 'TimeoutError' || name === 'AbortError'
    ? new OutsideFailure('timeout', 'The service did not answer in time.')
    : new OutsideFailure('unreachable', `The service could not be reached: ${message}`);
}
