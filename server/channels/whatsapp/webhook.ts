import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../channel.ts';
import { isDeeperThan } from './depth.ts';
import { parse } from './parse.ts';
import { rawBody } from './raw-body.ts';
import { verify } from './signature.ts';

/** What the webhook needs of the house. Secrets are asked for each time, since numbers come and go. */
export interface WebhookOptions {
  /** The words agreed with Meta for the handshake, one for each app. */
  readonly verifyTokens: () => readonly string[];
  /** The app secrets that sign. Without any, everything is refused. */
  readonly secrets: () => readonly string[];
  /** Remembers a delivery durably. If it rejects, or secrets cannot be had, Meta is asked to send it again. */
  readonly accept: (delivery: Delivery) => Promise<void>;
  /** Told the code of every refusal, and the error behind `webhook-busy`: for counting and the log. */
  readonly onRefused?: (code: WebhookRefusal, error?: unknown) => void;
  readonly maxBytes?: number;
  readonly now?: () => number;
}

/** Serves one request. A plain Node handler: it fits a route of Express, and is cheaper still in front of it. */
export type WebhookHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type WebhookRefusal = keyof typeof REFUSALS;

const REFUSALS = {
  'webhook-method': [405, 'A webhook takes GET for the handshake and POST for deliveries.'],
  'webhook-handshake': [403, 'This is no handshake with the verify token that was agreed.'],
  'webhook-signature': [401, 'None of the app secrets signed this body.'],
  'webhook-too-large': [413, 'The body is larger than WhatsApp sends.'],
  'webhook-broken-off': [400, 'The body broke off.'],
  'webhook-not-json': [400, 'The body is no JSON.'],
  'webhook-too-deep': [400, 'The JSON nests deeper than any message does.'],
  'webhook-busy': [503, 'The delivery could not be stored; please send it again.'],
} as const satisfies { readonly [code: string]: readonly [status: number, sentence: string] };

/** Meta sends at most 3 MB. */
const MAX_BYTES = 3 * 1024 * 1024;
const MAX_DEPTH = 64;

/**
 * The webhook of WhatsApp, for exactly its path and before anything reads bodies. Answers 200 with nothing once a
 * delivery is remembered, else a problem with a stable code. Rejects only if `onRefused` throws.
 */
export function whatsappWebhook(options: WebhookOptions): WebhookHandler {
  const refuse: Refuse = (res, code, error) => {
    const [status, detail] = REFUSALS[code];
    const problem = JSON.stringify({ type: 'about:blank', status, code, detail });
    res.writeHead(status, { 'content-type': 'application/problem+json' }).end(problem);
    options.onRefused?.(code, error);
  };
  const takeDelivery = deliveryTaker(options, refuse);
  const shakeHands = handshake(options, refuse);
  return async (req, res) => {
    try {
      if (req.method === 'POST') await takeDelivery(req, res);
      else if (req.method === 'GET') shakeHands(req, res);
      else refuse(res.setHeader('allow', 'GET, POST'), 'webhook-method');
    } catch (error) {
      refuse(res, 'webhook-busy', error);
    }
  };
}

type Refuse = (res: ServerResponse, code: WebhookRefusal, error?: unknown) => void;

const handshake =
  ({ verifyTokens }: WebhookOptions, refuse: Refuse) =>
  (req: IncomingMessage, res: ServerResponse): void => {
    const query = new URLSearchParams((req.url ?? '').split('?')[1]);
    const token = query.get('hub.verify_token') ?? '';
    const challenge = query.get('hub.challenge');
    const isAgreed = verifyTokens().some((agreed) => isSame(token, agreed));
    if (query.get('hub.mode') !== 'subscribe' || !isAgreed || challenge === null) {
      refuse(res, 'webhook-handshake');
      return;
    }
    // As plain text, a challenge that somebody made up cannot run as a page.
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
    res.writeHead(200, headers).end(challenge);
  };

/** Compares in constant time, and without telling the length. */
function isSame(given: string, agreed: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return agreed !== '' && timingSafeEqual(digest(given), digest(agreed));
}

const deliveryTaker =
  ({ secrets, accept, now = Date.now, maxBytes = MAX_BYTES }: WebhookOptions, refuse: Refuse) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await rawBody(req, maxBytes);
    if (body === 'tooLarge') return refuse(res, 'webhook-too-large');
    if (body === 'brokenOff') return refuse(res, 'webhook-broken-off');
    const { 'x-hub-signature-256': signature } = req.headers;
    const isSigned = typeof signature === 'string' && verify(body, signature, secrets());
    if (!isSigned) return refuse(res, 'webhook-signature');
    if (isDeeperThan(body, MAX_DEPTH)) return refuse(res, 'webhook-too-deep');
    const delivery = deliveryIn(body, now());
    if (!delivery) return refuse(res, 'webhook-not-json');
    if (!isEmpty(delivery)) await accept(delivery);
    res.writeHead(200, { 'content-length': 0 }).end();
  };

function deliveryIn(body: Buffer, receivedAt: number): Delivery | undefined {
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  return parse(payload, receivedAt);
}

const isEmpty = ({ messages, statuses, notices }: Delivery): boolean =>
  messages.length + statuses.length + notices.length === 0;
