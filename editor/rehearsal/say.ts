import type { Json } from '../../nodes/contract/json.ts';
import type { Reason } from '../../nodes/contract/reason.ts';
import type { Explanation } from '../../server/api/contract.ts';
import type { Language, TranslateOf } from '../lib/texts.ts';
import { reasonsTh } from './reasons-th.ts';
import type { RehearsalKey } from './texts.ts';

export type T = TranslateOf<RehearsalKey>;

/** Who reads, and how times are written for them. */
export interface Reader {
  readonly language: Language;
  readonly locale: string;
  readonly t: T;
}

const HOLE = /\{(\w+)\}/g;
const LONGEST = 160;
const DURATION = /^(\d+)(s|m|h|d)$/;
const UNITS = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/** A reason of a node in the reader's language, with its values filled in. */
export function sayReason({ says, values }: Reason, reader: Reader): string {
  const sentence = reader.language === 'th' ? (reasonsTh[says] ?? says) : says;
  return sentence.replace(HOLE, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return name === 'after' ? sayDuration(String(value), reader) : sayValue(value, reader);
  });
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
function sayDuration(text: string, { locale }: Reader): string {
  const [, count, unit] = DURATION.exec(text) ?? [];
  if (count === undefined || unit === undefined) return text;
  const named = UNITS[unit as keyof typeof UNITS];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: named, unitDisplay: 'long' }).format(
    Number(count),
  );
}

/** Who got a message, and why. The server's own sentence is English. */
export function sayExplanation(
  { because, to, winner, beaten }: Explanation,
  { language, t }: Reader,
): string {
  if (language === 'en') return because;
  const words = toTh[to] ?? because;
  if (!winner) return words;
  const what = winner.word === undefined ? winner.says : `“${winner.word}”`;
  const others = [...new Set(beaten.map(({ flowName }) => flowName))].join(', ');
  return [`ตรงกับ ${what} ของ ${winner.flowName}`, ...(others ? [t('beats', { flows: others })] : [])].join(
    ' ',
  );
}

const toTh: { readonly [to: string]: string } = {
  noted: 'จดไว้เฉย ๆ ไม่มีใครต้องตอบ',
  optOut: 'เป็นคำขอเลิกรับข้อความ จะไม่ส่งอะไรให้ลูกค้าคนนี้อีก',
  optIn: 'เป็นคำขอกลับมารับข้อความอีกครั้ง',
  owner: 'เจ้าหน้าที่ดูแลหรือกำลังจะดูแลแชตนี้ บอตจึงเงียบ',
  branch: 'เป็นการแตะปุ่มของคำถามก่อนหน้า จึงไปต่อทางของปุ่มนั้น',
  session: 'เป็นคำตอบของคำถามที่รออยู่',
  queue: 'โฟลว์ยังไม่ว่าง เก็บข้อความไว้แล้วจะอ่านต่อทันที',
  fallback: 'ไม่ตรงกับโฟลว์ไหนเลย โฟลว์สำรองของเบอร์นี้จึงรับไป',
  nobody: 'ไม่ตรงกับโฟลว์ไหนเลย และเบอร์นี้ไม่มีโฟลว์สำรอง จึงไม่มีใครตอบ',
};
