import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { NumberAccess } from '../channel.ts';
import { failureOf } from './failures.ts';
import { objectIn, objectsIn, present, textIn } from './foreign.ts';
import type { Graph } from './graph.ts';

/** A WhatsApp business account and a token that may manage it. */
export interface AccountAccess {
  readonly id: string;
  readonly token: string;
}

/** What Meta says about a number; its words (GREEN, CONNECTED, STANDARD …) as they come. */
export interface NumberProfile {
  readonly id: string;
  /** As Meta shows it, with plus and blanks. */
  readonly phone: string;
  readonly name?: string;
  readonly nameStatus?: string;
  readonly quality?: string;
  readonly status?: string;
  readonly platform?: string;
  readonly throughput?: string;
  readonly verification?: string;
}

/** An app that gets the webhooks of an account. */
export interface Subscription {
  readonly app: string;
  readonly name?: string;
  readonly callbackUrl?: string;
}

/** Where webhooks go instead of the address that the app has at Meta. */
export interface WebhookAddress {
  readonly url: string;
  readonly verifyToken: string;
}

/** `unknown`: whoever answered does not look at proofs. */
export type SecretProof = 'right' | 'wrong' | 'unknown';

/** What connecting a number needs. */
export interface GraphNumbers {
  /** Also the test of a token: a bad one throws `SendFailure` (blocked) and says what is wrong with it. */
  findNumber(number: NumberAccess): Promise<NumberProfile>;
  /** At most 100. */
  listNumbers(account: AccountAccess): Promise<readonly NumberProfile[]>;
  /** How many people a day it may write to first; 0 for no limit, undefined when Meta does not say. */
  messagingLimit(number: NumberAccess): Promise<number | undefined>;
  /** Whether a secret is that of the token's app. Throws `SendFailure` for whatever else is wrong. */
  proveSecret(number: NumberAccess, appSecret: string): Promise<SecretProof>;
  /** Sends the account's webhooks to the token's app, at the app's address or another one. */
  subscribe(account: AccountAccess, address?: WebhookAddress): Promise<void>;
  listSubscriptions(account: AccountAccess): Promise<readonly Subscription[]>;
  /** Registers a number with the Cloud API under its six-digit PIN; at most 10 times in 72 hours. */
  registerNumber(number: NumberAccess, pin: string): Promise<void>;
}

const FIELDS = [
  'id',
  'display_phone_number',
  'verified_name',
  'name_status',
  'quality_rating',
  'status',
  'platform_type',
  'throughput',
  'code_verification_status',
].join(',');

/** The calls about numbers and accounts. */
export function graphNumbers(graph: Graph): GraphNumbers {
  const read = ({ token }: AccountAccess, path: string): Promise<JsonObject> =>
    graph.ask({ method: 'GET', path, token });
  const write = ({ token }: AccountAccess, path: string, body?: JsonObject): Promise<JsonObject> =>
    graph.ask({ method: 'POST', path, token, body: JSON.stringify(body ?? {}) });

  return {
    async findNumber(number) {
      return profileOf(await read(number, `${encodeURIComponent(number.id)}?fields=${FIELDS}`));
    },
    async listNumbers(account) {
      const path = `${encodeURIComponent(account.id)}/phone_numbers?fields=${FIELDS}&limit=100`;
      return objectsIn(await read(account, path), 'data').map(profileOf);
    },
    async messagingLimit(number) {
      const path = `${encodeURIComponent(number.id)}?fields=${LIMIT}`;
      return limitOf(textIn(await read(number, path), LIMIT));
    },
    async proveSecret(number, appSecret) {
      if (!(await isProof(graph, number, proofOf(number.token, appSecret)))) return 'wrong';
      // Who takes a wrong one too has not looked at ours.
      return (await isProof(graph, number, proofOf(number.token, `${appSecret}?`))) ? 'unknown' : 'right';
    },
    async subscribe(account, address) {
      const override = address && { override_callback_uri: address.url, verify_token: address.verifyToken };
      await write(account, `${encodeURIComponent(account.id)}/subscribed_apps`, override);
    },
    async listSubscriptions(account) {
      const answer = await read(account, `${encodeURIComponent(account.id)}/subscribed_apps`);
      return objectsIn(answer, 'data').map(subscriptionOf);
    },
    async registerNumber(number, pin) {
      await write(number, `${encodeURIComponent(number.id)}/register`, {
        messaging_product: 'whatsapp',
        pin,
      });
    },
  };
}

const LIMIT = 'whatsapp_business_manager_messaging_limit';

/** `TIER_2K` is 2000, `TIER_UNLIMITED` is 0; undefined for what is no tier. */
export function limitOf(tier: string | undefined): number | undefined {
  if (tier === 'TIER_UNLIMITED') return 0;
  const [, digits, thousands] = /^TIER_(\d+)(K?)$/.exec(tier ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits) * (thousands ? 1_000 : 1);
}

/** Graph's `appsecret_proof`: the token, signed with the secret of its app. */
const proofOf = (token: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(token).digest('hex');

async function isProof(graph: Graph, { id, token }: NumberAccess, proof: string): Promise<boolean> {
  const path = `${encodeURIComponent(id)}?fields=id&appsecret_proof=${proof}`;
  const { status, body } = await graph.call({ method: 'GET', path, token });
  if (status >= 200 && status < 300) return true;
  if (/appsecret_proof/i.test(body)) return false;
  throw failureOf(status, body);
}

const profileOf = (found: JsonObject): NumberProfile =>
  present<NumberProfile>({
    id: textIn(found, 'id') ?? '',
    phone: textIn(found, 'display_phone_number') ?? '',
    name: textIn(found, 'verified_name'),
    nameStatus: textIn(found, 'name_status'),
    quality: textIn(found, 'quality_rating'),
    status: textIn(found, 'status'),
    platform: textIn(found, 'platform_type'),
    throughput: textIn(objectIn(found, 'throughput') ?? {}, 'level'),
    verification: textIn(found, 'code_verification_status'),
  });

function subscriptionOf(item: JsonObject): Subscription {
  const app = objectIn(item, 'whatsapp_business_api_data') ?? {};
  return present<Subscription>({
    app: textIn(app, 'id') ?? '',
    name: textIn(app, 'name'),
    callbackUrl: textIn(item, 'override_callback_uri'),
  });
}
