import { createHash, timingSafeEqual } from 'node:crypto';
import { type ErrorRequestHandler, type RequestHandler, type Response, Router, raw } from 'express';
import type { Delivery } from '../channel.ts';
import { isDeeperThan } from './depth.ts';
import { parse } from './parse.ts';
import { verify } from './signature.ts';

/** What the webhook needs of the house. Secrets are asked for each time, since numbers come and go. */
export interface WebhookOptions {
  /** The words agreed with Meta for the handshake, one for each app. */
  readonly verifyTokens: () => readonly string[];
  /** The app secrets that sign. Without any, everything is refused. */
  readonly secrets: () => readonly string[];
  /** Remembers a delivery durably; if it rejects, Meta is asked to send it again. */
  readonly accept: (delivery: Delivery) => Promise<void>;
  /** Told the code of every refusal, and the error if `accept` rejected: for counting and the log. */
  readonly onRefused?: (code: WebhookRefusal, error?: unknown) => void;
  readonly maxBytes?: number;
  readonly now?: () => number;
}

export type WebhookRefusal = keyof typeof REFUSALS;

/** Meta sends at most 3 MB. */
const MAX_BYTES = 3 * 1024 * 1024;
const MAX_DEPTH = 64;

const REFUSALS = {
  'webhook-handshake': [403, 'This is no handshake with the verify token that was agreed.'],
  'webhook-signature': [401, 'None of the app secrets signed this body.'],
  'webhook-too-large': [413, 'The body is larger than WhatsApp sends.'],
  'webhook-unreadable': [400, 'The body could not be read.'],
  'webhook-not-json': [400, 'The body is no JSON.'],
  'webhook-too-deep': [400, 'The JSON nests deeper than any message does.'],
  'webhook-busy': [503, 'The delivery could not be stored; please send it again.'],
} as const satisfies { readonly [code: string]: readonly [status: number, sentence: string] };

/**
 * The webhook of WhatsApp, to be mounted at its path before anything reads bodies: the signature covers the raw bytes.
 * Answers 200 with nothing once a delivery is remembered, else a problem with a stable code.
 */
export function whatsappWebhook(options: WebhookOptions): Router {
  const refuse = (res: Response, code: WebhookRefusal, error?: unknown): void => {
    options.onRefused?.(code, error);
    const [status, detail] = REFUSALS[code];
    res.status(status).type('application/problem+json').json({ type: 'about:blank', status, code, detail });
  };
  const router = Router();
  router.get('/', shakeHands(options, refuse));
  const body = raw({ type: () => true, limit: options.maxBytes ?? MAX_BYTES, inflate: false });
  router.post('/', body, takeDelivery(options, refuse));
  router.use(refuseUnreadable(refuse));
  return router;
}

type Refuse = (res: Response, code: WebhookRefusal, error?: unknown) => void;

const shakeHands =
  ({ verifyTokens }: WebhookOptions, refuse: Refuse): RequestHandler =>
  ({ query }, res) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
    const isAgreed = typeof token === 'string' && verifyTokens().some((agreed) => isSame(token, agreed));
    if (mode !== 'subscribe' || !isAgreed || typeof challenge !== 'string') refuse(res, 'webhook-handshake');
    // As plain text, a challenge that somebody made up cannot run as a page.
    else res.type('text/plain').set('x-content-type-options', 'nosniff').send(challenge);
  };

/** Compares in constant time, and without telling the length. */
function isSame(given: string, agreed: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return agreed !== '' && timingSafeEqual(digest(given), digest(agreed));
}

const takeDelivery =
  ({ secrets, accept, now = Date.now }: WebhookOptions, refuse: Refuse): RequestHandler =>
  async (req, res) => {
    const body: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    if (!verify(body, req.get('x-hub-signature-256'), secrets())) return refuse(res, 'webhook-signature');
    if (isDeeperThan(body, MAX_DEPTH)) return refuse(res, 'webhook-too-deep');
    const delivery = deliveryIn(body, now());
    if (!delivery) return refuse(res, 'webhook-not-json');
    try {
      if (!isEmpty(delivery)) await accept(delivery);
    } catch (error) {
      return refuse(res, 'webhook-busy', error);
    }
    res.status(200).end();
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

/** What `express.raw` throws: too large, cut off, or compressed. Other errors are ours and go on to the house. */
const refuseUnreadable =
  (refuse: Refuse): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status === 413) refuse(res, 'webhook-too-large');
    else if (typeof status === 'number' && status < 500) refuse(res, 'webhook-unreadable', error);
    else next(error);
  };
