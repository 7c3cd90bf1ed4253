import { SendFailure } from '../../channels/channel.ts';
import { qualityOf } from '../../channels/whatsapp/number-news.ts';
import type { NumberHealth } from '../../store/store.ts';
import type { CheckStep, NumberCheck } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { accountFormat, fine, idFormat, secretFormat, tokenFormat, unsure, wrong } from './number-formats.ts';
import { reachesUs } from './reaches-us.ts';

/** What is known of a number that is checked: perhaps only a part of it as yet. */
export interface NumberDraft {
  readonly id?: string | undefined;
  readonly account?: string | undefined;
  readonly token?: string | undefined;
  readonly appSecret?: string | undefined;
  readonly virtual?: boolean;
  /** It is kept, but its secrets cannot be opened. */
  readonly unreadable?: boolean;
}

export interface Asked {
  readonly deps: ApiDeps;
  readonly draft: NumberDraft;
  readonly paste: NumberCheck['paste'];
}

/** Whether the token is good and may use the number; and what WhatsApp told of the number. */
export async function tokenStep({ deps, draft }: Asked): Promise<{
  readonly step: CheckStep;
  readonly learnt: Omit<NumberHealth, 'id'>;
}> {
  const { id, token = '', virtual } = draft;
  const format = virtual ? undefined : tokenFormat(token);
  if (format) return { step: format, learnt: {} };
  if (id === undefined)
    return {
      step: unsure('token', 'token-needs-id', 'Enter the phone number ID first: the token is tried on it.'),
      learnt: {},
    };
  if (!virtual && !idFormat(id).ok) return { step: idFormat(id), learnt: {} };
  try {
    const { phone, name, quality } = await deps.graph.findNumber({ id, token });
    // It stands for itself: a Graph API that does not know the field must not spoil the check.
    const limit = await deps.graph.messagingLimit({ id, token }).catch(() => undefined);
    const rated = qualityOf(quality);
    const says = `WhatsApp knows this number as ${phone}${name ? ` (${name})` : ''}.`;
    return {
      step: fine('token', 'number-found', says, { phone, name: name ?? '' }),
      learnt: {
        ...(rated && { quality: rated }),
        ...(name !== undefined && { verifiedName: name }),
        ...(limit !== undefined && { limit }),
      },
    };
  } catch (error) {
    return { step: await tokenRefused({ deps, id, token }, error), learnt: {} };
  }
}

interface Tried {
  readonly deps: ApiDeps;
  readonly id: string;
  readonly token: string;
}

async function tokenRefused({ deps, id, token }: Tried, error: unknown): Promise<CheckStep> {
  if (!isNotSeen(error)) return refused('token', error);
  // A common slip: the two ids stand below one another.
  const isAccount = await deps.graph.listNumbers({ id, token }).then(
    (numbers) => numbers.length > 0,
    () => false,
  );
  return isAccount
    ? wrong(
        'id',
        'ids-swapped',
        'This is the ID of the account, not of the phone number. The phone number ID stands beside it at Meta.',
      )
    : wrong(
        'token',
        'number-not-seen',
        'The token is good, but it may not see a number with this ID. Check the ID; at Meta, give the system user the WhatsApp account and the permission whatsapp_business_messaging.',
      );
}

/** Whether the number belongs to the account. */
export async function accountStep({ deps, draft }: Asked): Promise<CheckStep> {
  const { id, account = '', token, virtual } = draft;
  const format = accountFormat(account);
  if (token === undefined) return format;
  if (!virtual && !format.ok) return format;
  if (id === account && !virtual)
    return wrong(
      'account',
      'account-is-id',
      'This is the phone number ID again. The account has an ID of its own.',
    );
  try {
    const numbers = await deps.graph.listNumbers({ id: account, token });
    if (id === undefined || numbers.some((number) => number.id === id))
      return fine('account', 'account-fits', 'The number belongs to this account.');
    if (numbers.length >= 100)
      return unsure(
        'account',
        'account-large',
        'The account has so many numbers that this one was not found.',
      );
    const others = numbers.map(({ phone }) => phone).join(', ');
    return wrong('account', 'account-other', `This account has other numbers: ${others}.`, { others });
  } catch (error) {
    if (isNotSeen(error))
      return wrong(
        'account',
        'account-not-seen',
        'The token may not see an account with this ID. Check the ID; at Meta, give the system user the WhatsApp account and the permission whatsapp_business_management.',
      );
    return refused('account', error);
  }
}

/** Whether the secret is that of the app the token belongs to. */
export async function secretStep({ deps, draft }: Asked): Promise<CheckStep> {
  const { id, token, appSecret = '', virtual } = draft;
  const format = virtual ? undefined : secretFormat(appSecret);
  if (id === undefined || token === undefined)
    return (
      format ?? unsure('secret', 'secret-needs-token', 'It can be checked as soon as ID and token are there.')
    );
  try {
    const proof = await deps.graph.proveSecret({ id, token }, appSecret.trim());
    if (proof === 'right')
      return fine('secret', 'secret-fits', 'The app secret belongs to the app of the token.');
    if (format) return format;
    if (proof === 'wrong')
      return wrong(
        'secret',
        'secret-wrong',
        'This is the secret of another app, or an old one. Copy it from the app that the token was made for: App settings › Basic.',
      );
    return unsure(
      'secret',
      'secret-unproven',
      'The secret cannot be checked here; the first message will tell.',
    );
  } catch (error) {
    return format ?? unsure('secret', 'secret-needs-token', `It could not be checked: ${sentenceOf(error)}`);
  }
}

/** Asks WhatsApp to send the webhooks of the account here. */
export async function subscribeStep({ deps, draft, paste }: Asked): Promise<CheckStep> {
  const { account, token } = draft;
  if (account === undefined || token === undefined) return NEEDS_BOTH;
  try {
    const address = { url: paste.callbackUrl, verifyToken: paste.verifyToken };
    await deps.graph.subscribe({ id: account, token }, address);
    const url = paste.callbackUrl;
    return fine('subscribe', 'subscribed', `WhatsApp sends the messages of this account to ${url}.`, { url });
  } catch (error) {
    return refused('subscribe', error);
  }
}

const NEEDS_BOTH = wrong('subscribe', 'subscribe-needs', 'It takes the account ID and the token.');

/** Where the messages of the account go. */
export async function webhookStep({ deps, draft, paste }: Asked): Promise<CheckStep> {
  const { account = '', token = '' } = draft;
  try {
    const apps = await deps.graph.listSubscriptions({ id: account, token });
    const names = apps.map(({ app, name }) => name ?? app).join(', ');
    if (apps.length === 0)
      return wrong(
        'webhooks',
        'webhooks-none',
        'No app receives the messages of this account yet. Subscribe it.',
      );
    const urls = apps.flatMap(({ callbackUrl }) => callbackUrl ?? []);
    if (draft.virtual || urls.includes(paste.callbackUrl))
      return fine('webhooks', 'webhooks-here', 'The messages of this account come here.');
    if (urls.length === apps.length)
      return wrong(
        'webhooks',
        'webhooks-elsewhere',
        `The messages go to ${urls.join(', ')}. Subscribe to have them here.`,
        {
          url: urls.join(', '),
        },
      );
    return unsure(
      'webhooks',
      'webhooks-app',
      `The messages of this account go to the address that the app ${names} has at Meta; it must be ${paste.callbackUrl}.`,
      { app: names, url: paste.callbackUrl },
    );
  } catch (error) {
    return refused('webhooks', error);
  }
}

/** Whether Meta reaches this server: only by https, at an address of the open internet. */
export async function addressStep({ deps, draft, paste }: Asked): Promise<CheckStep> {
  const url = deps.publicUrl();
  if (draft.virtual) return fine('address', 'address-virtual', 'The virtual WhatsApp lives on this server.');
  const { protocol, hostname } = new URL(url);
  const isHere =
    /^(localhost|127\..*|\[.*\]|0\.0\.0\.0|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|.*\.local|[^.]+)$/;
  if (protocol !== 'https:' || isHere.test(hostname))
    return wrong(
      'address',
      'address-not-public',
      `WhatsApp cannot reach ${url}: it needs an https address of the open internet. Set PUBLIC_URL and start Sluice again.`,
      { url },
    );
  return (await reachesUs(paste))
    ? fine('address', 'address-reached', `This server answers at ${url}.`, { url })
    : unsure(
        'address',
        'address-unproven',
        `This server could not reach itself at ${url}. That may be the network here; if Meta cannot either, check PUBLIC_URL, the certificate and the firewall.`,
        { url },
      );
}

/** Meta's way of saying that a thing is not there, or not for this token. */
const isNotSeen = (error: unknown): boolean =>
  error instanceof SendFailure && (error.code === '100' || error.code === '33' || error.code === '803');

const PERMISSION = new Set(['3', '10', '131005', '200', '299']);

function refused(step: string, error: unknown): CheckStep {
  const says = sentenceOf(error);
  if (!(error instanceof SendFailure)) return unsure(step, 'meta-away', says, { says });
  if (error.kind === 'retry' || error.kind === 'slow') return unsure(step, 'meta-away', says, { says });
  if (error.code === '190' || error.code === '0' || error.code === 'bad-access')
    return wrong(step, 'token-refused', says, { says });
  if (PERMISSION.has(error.code)) return wrong(step, 'token-permission', says, { says });
  return wrong(step, 'meta-refused', says, { says });
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
