import type { Json } from '../../nodes/contract/json.ts';
import type { Reason } from '../../nodes/contract/reason.ts';
import type { Explanation } from '../../server/api/contract.ts';
import type { NodeWords } from '../lib/node-words.ts';
import type { TranslateOf } from '../lib/texts.ts';
import type { RehearsalKey } from './texts.ts';

export type T = TranslateOf<RehearsalKey>;

/** Who reads, and how times are written for them. */
export interface Reader {
  readonly locale: string;
  readonly t: T;
  /** The language of flows: what the server says. */
  readonly words: Pick<NodeWords, 'say' | 'retell'>;
}

const LONGEST = 160;
const DURATION = /^(\d+)(s|m|h|d)$/;
const UNITS = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/** A reason of a node in the reader's language, with its values filled in. */
export function sayReason({ says, values }: Reason, reader: Reader): string {
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    name === 'after' ? sayDuration(String(value), reader) : sayValue(value, reader),
  ]);
  return reader.words.say(says, Object.fromEntries(filled));
}

/** A value as people read it. */
export function sayValue(value: Json, { locale, t }: Pick<Reader, 'locale' | 't'>): string {
  if (value === null || value === '') return t('nothing');
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'string') return cut(value);
  const { at, zone } = value as { readonly at?: Json; readonly zone?: Json };
  if (typeof at === 'number' && typeof zone === 'string') return sayMoment(at, zone, locale);
  if (Array.isArray(value)) return cut(value.map((item: Json) => sayValue(item, { locale, t })).join(', '));
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${sayValue(part, { locale, t })}`);
  return cut(parts.join(' · '));
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** A moment (epoch ms) where a chat takes place, with its day. */
export const sayMoment = (at: number, zone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    ...{
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  }).format(at);

/** A length of time as authors write it: `2h`. */
export function sayDuration(text: string, { locale }: Pick<Reader, 'locale'>): string {
  const [, count, unit] = DURATION.exec(text) ?? [];
  if (count === undefined || unit === undefined) return text;
  const named = UNITS[unit as keyof typeof UNITS];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: named, unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** Who got a message, and why. */
export const sayExplanation = ({ sentence }: Explanation, { words }: Reader): string => words.say(sentence);
