import type { Option, OutboundChoices } from '../../../nodes/contract/message.ts';
import { cut, oneLine } from './cut.ts';
import { encodeTap, MAX_REPLY_ID } from './tap.ts';

/** How a question with options appears on a phone: `titles` are what the options are called there, in order. */
export interface ChoicesLook {
  readonly as: 'buttons' | 'list' | 'text';
  readonly titles: readonly string[];
}

/** Cloud API limits, in UTF-16 units. */
export const MAX = {
  buttons: 3,
  rows: 10,
  buttonTitle: 20,
  rowTitle: 24,
  rowDescription: 72,
  openButton: 20,
  header: 60,
  footer: 60,
  buttonBody: 1024,
  listBody: 4096,
  text: 4096,
} as const;

/** The look a question will have: for sending it, for the editor's preview and for the virtual phone. */
export function choicesLook(choices: OutboundChoices): ChoicesLook {
  const { options, text } = choices;
  const ids = new Set(replyIds(choices));
  // WhatsApp refuses empty, overlong and repeated ids; such options can still be answered by number or name.
  const canTap =
    ids.size === options.length && [...ids].every((id) => id !== '' && id.length <= MAX_REPLY_ID);
  if (options.length === 0 || options.length > MAX.rows || !canTap)
    return { as: 'text', titles: options.map((option) => labelOf(option)) };
  return options.length <= MAX.buttons && text.length <= MAX.buttonBody
    ? { as: 'buttons', titles: titlesWithin(options, MAX.buttonTitle) }
    : { as: 'list', titles: titlesWithin(options, MAX.rowTitle) };
}

/** The ids that taps will bring back, in order. */
export const replyIds = ({ options, origin }: OutboundChoices): readonly string[] =>
  options.map(({ id }) => encodeTap({ option: id, ...(origin && { origin }) }));

/** What an option is called: its label on one line, or its id when it has none. */
export const labelOf = ({ id, label }: Option): string => oneLine(label) || id || '…';

/** Titles that fit and differ: two labels that look the same once cut get a number. */
function titlesWithin(options: readonly Option[], limit: number): readonly string[] {
  const taken = new Set<string>();
  return options.map((option) => {
    const title = freeTitle(labelOf(option), limit, taken);
    taken.add(title);
    return title;
  });
}

function freeTitle(label: string, limit: number, taken: ReadonlySet<string>): string {
  let title = cut(label, limit);
  for (let n = 2; taken.has(title); n++) {
    const mark = ` ${n}`;
    title = `${cut(label, limit - mark.length)}${mark}`;
  }
  return title;
}
