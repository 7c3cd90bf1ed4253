import { lookup, toText } from '../contract/json.ts';
import type { InboundMessage } from '../contract/message.ts';
import { latinDigits } from './latin-digits.ts';

const CANDIDATES = /\+?\(?\d[\d\s().\-–/]{4,24}\d/g;

/**
 * The one phone number in an answer: digits, after a plus when it was written with its country (+66…, 0066…).
 * A local number stays local: which country is meant, the digits do not say.
 */
export function readPhone(words: string): string | undefined {
  const [candidate, ...others] = latinDigits(words).match(CANDIDATES) ?? [];
  if (candidate === undefined || others.length > 0) return undefined;
  const digits = candidate.replace(/\(0\)/, '').replace(/\D/g, '');
  const abroad = candidate.startsWith('+') || digits.startsWith('00');
  const number = digits.replace(/^00/, '');
  // E.164: at most 15 digits
  return number.length < 6 || number.length > 15 ? undefined : `${abroad ? '+' : ''}${number}`;
}

/** The number of a contact card. */
export function sharedPhone(message: InboundMessage): string | undefined {
  const [card] = message.kind === 'contacts' ? message.contacts : [];
  return card && readPhone(toText(lookup(card, 'phones.0.phone')));
}
