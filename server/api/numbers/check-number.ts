import type { NumberHealth, NumberRecord } from '../../store/store.ts';
import type { CheckStep, NumberCheck } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import {
  type Asked,
  accountStep,
  addressStep,
  type NumberDraft,
  secretStep,
  subscribeStep,
  tokenStep,
  webhookStep,
} from './check-steps.ts';
import { idFormat, wrong } from './number-formats.ts';

export type { NumberDraft } from './check-steps.ts';

/** What was found, and what was learnt of the number on the way. */
interface Found extends NumberCheck {
  readonly learnt: Omit<NumberHealth, 'id'>;
}

/**
 * Asks WhatsApp about a number, step by step, each with a sentence for its admin; only what is given is asked about.
 * Never throws for what WhatsApp says.
 */
export async function checkNumber(
  deps: ApiDeps,
  draft: NumberDraft,
  { subscribe = false } = {},
): Promise<Found> {
  const callbackUrl = `${deps.publicUrl()}/webhooks/whatsapp`;
  const paste = { callbackUrl, verifyToken: deps.webhook.verifyToken };
  const asked: Asked = { deps, draft, paste };
  const steps: CheckStep[] = [];
  const { id, account, token, appSecret, unreadable } = draft;
  let learnt = {};
  if (unreadable && token === undefined) steps.push(UNREADABLE);
  if (id !== undefined && token === undefined) steps.push(idFormat(id));
  if (token !== undefined) {
    const found = await tokenStep(asked);
    steps.push(found.step);
    ({ learnt } = found);
  }
  if (account !== undefined) steps.push(await accountStep(asked));
  if (appSecret !== undefined) steps.push(await secretStep(asked));
  if (subscribe) steps.push(await subscribeStep(asked));
  if (account !== undefined && token !== undefined) steps.push(await webhookStep(asked));
  steps.push(await addressStep(asked));
  return { steps, paste, learnt };
}

const UNREADABLE = wrong(
  'secrets',
  'secrets-unreadable',
  'The access token and the app secret cannot be opened: SECRET_KEY is not the one they were sealed with. Enter them again.',
);

/** Checks a number that is kept, and remembers what WhatsApp said of it. */
export async function checkKept(
  deps: ApiDeps,
  kept: NumberRecord,
  options: { readonly subscribe?: boolean } = {},
): Promise<NumberCheck> {
  const { learnt, ...check } = await checkNumber(deps, opened(deps, kept), options);
  const bad = check.steps.find(({ is, step }) => is === 'wrong' && step !== 'address');
  const health = { ...learnt, checkedAt: deps.clock(), trouble: bad?.says ?? '' };
  await deps.numberWatch.learn(kept.id, health);
  return check;
}

/** A kept number as far as its secrets can be read. */
export function opened({ vault }: Pick<ApiDeps, 'vault'>, kept: NumberRecord): NumberDraft {
  const { id, account, virtual = false } = kept;
  try {
    const [token, appSecret] = [vault.open(kept.token), vault.open(kept.appSecret)];
    return { id, account, token, appSecret, virtual };
  } catch {
    return { id, account, virtual, unreadable: true };
  }
}
