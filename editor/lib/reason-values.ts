import { spokenDuration } from '../../nodes/contract/duration.ts';
import { isObject, type Json } from '../../nodes/contract/json.ts';
import type { Reason } from '../../nodes/contract/reason.ts';
import { type Filling, type Fillings, say } from '../../nodes/contract/sentence.ts';
import type { Language } from './texts.ts';

/** What fills a reason, as a reader of a language writes it: moments, lists, lengths of time, truths and nothing. */
export const shownValues = (values: Reason['values'], language: Language): Fillings =>
  Object.fromEntries(Object.entries(values).map(([hole, value]) => [hole, shown(value, language)]));

function shown(value: Json, language: Language): Filling {
  if (typeof value === 'string') return spokenDuration(value);
  if (typeof value === 'number') return value.toLocaleString(language);
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (value === null) return say('nothing');
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => plain(item)).join(', ');
  return momentOf(value, language) ?? JSON.stringify(value);
}

const plain = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** A moment (epoch ms) in the zone it belongs to: `Monday 09:00`. */
function momentOf(value: Json, language: Language): string | undefined {
  if (!isObject(value)) return undefined;
  const { at, zone } = value;
  if (typeof at !== 'number' || typeof zone !== 'string') return undefined;
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return written.format(at);
}
