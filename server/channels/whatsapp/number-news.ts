import { isObject, type JsonObject } from '../../../nodes/contract/json.ts';
import type { Notice } from '../channel.ts';
import { objectIn, textIn } from './foreign.ts';
import { limitOf } from './numbers.ts';

/** What a notice of Meta's says about the numbers of an account; with `display`, about that one alone. */
export interface NumberNews {
  readonly account: string;
  /** Digits only. */
  readonly display?: string;
  readonly quality?: 'high' | 'medium' | 'low';
  readonly verifiedName?: string;
  /** People a day it may write to first; 0 for no limit. */
  readonly limit?: number;
  /** What keeps it from working, as a sentence; empty when that is over. */
  readonly trouble?: string;
}

/** GREEN is high, and so on; undefined for what Meta does not know itself. */
export const qualityOf = (word: string | undefined): NumberNews['quality'] => QUALITY.get(word ?? '');

const QUALITY: ReadonlyMap<string, NonNullable<NumberNews['quality']>> = new Map([
  ['GREEN', 'high'],
  ['YELLOW', 'medium'],
  ['RED', 'low'],
]);

/** Undefined for a notice that says nothing about how numbers stand. */
export function numberNewsIn({ field, account, value }: Notice): NumberNews | undefined {
  if (!isObject(value as JsonObject)) return undefined;
  const read = READERS.get(field);
  return read && { account, ...read(value as JsonObject) };
}

type Reader = (value: JsonObject) => Omit<NumberNews, 'account'>;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['phone_number_quality_update', quality],
  ['phone_number_name_update', name],
  ['account_update', account],
]);

function quality(value: JsonObject): Omit<NumberNews, 'account'> {
  const tier = textIn(value, 'max_daily_conversations_per_business') ?? textIn(value, 'current_limit');
  const limit = limitOf(tier);
  const event = textIn(value, 'event');
  return {
    ...displayIn(value),
    ...(limit !== undefined && { limit }),
    // A flag means that the rating is low; that it is high again is only told by taking the flag away.
    ...(event === 'FLAGGED' && { quality: 'low' }),
    ...(event === 'UNFLAGGED' && { quality: 'medium' }),
  };
}

function name(value: JsonObject): Omit<NumberNews, 'account'> {
  const verifiedName = textIn(value, 'requested_verified_name');
  const isApproved = textIn(value, 'decision') === 'APPROVED';
  return { ...displayIn(value), ...(isApproved && verifiedName !== undefined && { verifiedName }) };
}

const ACCOUNT_TROUBLE: ReadonlyMap<string, string> = new Map([
  [
    'ACCOUNT_RESTRICTION',
    'Meta has restricted this account; see Account quality in the Meta Business Suite.',
  ],
  [
    'ACCOUNT_VIOLATION',
    'Meta says that this account broke a rule; see Account quality in the Meta Business Suite.',
  ],
  ['ACCOUNT_DELETED', 'This account has been deleted at Meta.'],
  ['ACCOUNT_OFFBOARDED', 'This account has been taken off the Cloud API.'],
  ['PARTNER_REMOVED', 'Your app has been removed from this account.'],
  ['PARTNER_APP_UNINSTALLED', 'Your app has been removed from this account.'],
  ['ACCOUNT_RECONNECTED', ''],
  ['PARTNER_ADDED', ''],
]);

function account(value: JsonObject): Omit<NumberNews, 'account'> {
  const event = textIn(value, 'event') ?? '';
  if (event === 'DISABLED_UPDATE') {
    const state = textIn(objectIn(value, 'ban_info') ?? {}, 'waba_ban_state');
    return { trouble: state === 'REINSTATE' ? '' : 'Meta has blocked this account.' };
  }
  const trouble = ACCOUNT_TROUBLE.get(event);
  return trouble === undefined ? {} : { trouble };
}

function displayIn(value: JsonObject): { readonly display?: string } {
  const display = textIn(value, 'display_phone_number')?.replace(/\D/g, '');
  return display ? { display } : {};
}
