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
const CLOSE_WITHIN_MS = 8_000;

/** What calling the services of others needs to know. */
export interface OutsideSettings {
  connection(id: string): Promise<ConnectionRecord | undefined>;
  open(sealed: Sealed): string;
  /** How long closing waits for what is under way. */
  readonly closeWithinMs?: number;
}

/**
 * The way out to other services. Addresses inside the network are refused, by name and by number, unless the
 * connection allows them; redirects are not followed; answers are bounded in size and time. Closing waits a while for
 * what is under way; what is cut off then, or asked afterwards, fails as `stopping`.
 */
export function createOutside(settings: OutsideSettings): Outside & { close(): Promise<void> } {
  const guarded = new Agent({ connect: guardedConnector() });
  const free = new Agent();
  const underWay = new Set<Promise<unknown>>();
  const cutOff = new AbortController();
  let isClosing = false;

  const call = async (effect: HttpRequest, id: string): Promise<HttpAnswer> => {
    const { url, headers, isFree } = await preparedCall(settings, effect, id);
    return insisting(effect.method === 'GET' ? TRIES : 1, {
      // One deadline for all tries: it is how long the flow said it would wait.
      signal: AbortSignal.any([AbortSignal.timeout(effect.timeoutMs), cutOff.signal]),
      ask: (signal) =>
        ask(url, {
          method: effect.method,
          headers,
          dispatcher: isFree ? free : guarded,
          signal,
          ...(effect.body !== undefined && { body: effect.body }),
        }),
    });
  };

  return {
    request: async (effect, id) => {
      if (isClosing) throw stopping();
      const answer = call(effect, id);
      underWay.add(answer);
      try {
        return await answer;
      } catch (error) {
        throw isClosing ? stopping() : asFailure(error);
      } finally {
        underWay.delete(answer);
      }
    },
    close: async () => {
      isClosing = true;
      const late = AbortSignal.timeout(settings.closeWithinMs ?? CLOSE_WITHIN_MS);
      await Promise.race([Promise.allSettled(underWay), aborted(late)]);
      cutOff.abort();
      await Promise.all([guarded.destroy(), free.destroy()]);
    },
  };
}

const stopping = (): OutsideFailure => new OutsideFailure('stopping', 'Sluice is stopping.');

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** What goes over the wire, with what the connection brings. */
async function preparedCall({ connection, open }: OutsideSettings, effect: HttpRequest, id: string) {
  const via = effect.connection === undefined ? undefined : await connection(effect.connection);
  if (effect.connection !== undefined && !via)
    throw new OutsideFailure('refused', `There is no connection "${effect.connection}".`);
  const ofConnection = Object.entries(via?.headers ?? {}).map(
    ([name, value]) => [name, open(value)] as const,
  );
  // By their names in small letters: what the connection brings must not go out beside what the flow wrote.
  const headers = new Map([
    ['accept', 'application/json'],
    ['idempotency-key', encodeURI(id)],
    ...[...Object.entries(effect.headers), ...ofConnection].map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value,
    ]),
  ]);
  return {
    url: addressOf(effect.url, via),
    headers: Object.fromEntries(headers),
    isFree: via?.allowPrivate === true,
  };
}

interface Insistence {
  readonly signal: AbortSignal;
  ask(signal: AbortSignal): Promise<HttpAnswer>;
}

/** Only what changes nothing on the other side may simply be asked again. */
async function insisting(tries: number, { signal, ask }: Insistence): Promise<HttpAnswer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask(signal);
    } catch (error) {
      const failure = signal.aborted ? asFailure(signal.reason) : asFailure(error);
      if (failure.code !== 'unreachable' || tried === tries) throw failure;
      await Promise.race([new Promise((later) => setTimeout(later, PAUSE_MS * tried)), aborted(signal)]);
    }
  }
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
    headers: Object.keys(headers),
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
  const base = via && URL.parse(`${via.baseUrl.replace(/\/+$/, '')}/`);
  const address = URL.parse(base ? `${base.href}${url.replace(/^[/\\]+/, '')}` : url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new OutsideFailure('refused', `"${url}" is not an http or https address.`);
  // Credentials of a connection must not follow a filled-in text to another host, or out of its part of this one.
  if (base && !(address.origin === base.origin && address.pathname.startsWith(base.pathname)))
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
  const { name, message, code } = error as Error & { readonly code?: unknown };
  if (code === 'UND_ERR_INVALID_ARG')
    return new OutsideFailure('refused', `This cannot be sent: ${message}.`);
  return name === 'TimeoutError' || name === 'AbortError'
    ? new OutsideFailure('timeout', 'The service did not answer in time.')
    : new OutsideFailure('unreachable', `The service could not be reached: ${message}`);
}
