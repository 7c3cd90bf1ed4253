import type { Rehearsal } from '../../server/api/contract.ts';
import type { Reader } from './say.ts';

type Step = Rehearsal['steps'][number];

/** The ids of all questions with options, in the order in which they were asked: a tap counts them from the end. */
export const questionsOf = (steps: readonly Step[]): readonly string[] =>
  steps
    .flatMap(({ messages }) => messages)
    .flatMap((said) => (said.from === 'us' && said.message.kind === 'choices' ? [said.id] : []));

/** What the world did, in words; nothing for what the contact said, which is a bubble of its own. */
export function happeningOf({ line }: Step, { t }: Reader): string | undefined {
  if (!line.startsWith('~ ')) return undefined;
  const text = line.slice(2).replace(/\n {2}/g, ' ');
  for (const [form, key] of FORMS) {
    const found = form.exec(text);
    if (found) return t(key, { what: short(found[1] ?? text), name: found[1] ?? '' });
  }
  return t('timePasses', { what: text.replace(/^until /, '→ ') });
}

const FORMS = [
  [/^(\d{3}(?: .*)?)$/s, 'serviceAnswers'],
  [/^no record$/, 'recordMissing'],
  [/^record /, 'recordFound'],
  [/^timeout$/, 'serviceTimeout'],
  [/^failed ?(.*)$/s, 'serviceFails'],
  [/^agent (.+) takes it$/, 'agentTakes'],
  [/^agent resolves/, 'agentDone'],
  [/^nobody is there$/, 'nobodyThere'],
  [/^nobody came in time$/, 'nobodyInTime'],
  [/^the customer left$/, 'customerLeft'],
  [/^flow (\S+) starts/, 'flowStarts'],
] as const;

const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const SIZES = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** Milliseconds as a chat writes a span of time, no shorter than they are. */
export function spanOf(ms: number): string {
  let left = Math.max(1_000, Math.ceil(ms / 1_000) * 1_000);
  const parts = SIZES.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [`${count}${unit}`] : [];
  });
  return parts.join(' ');
}
