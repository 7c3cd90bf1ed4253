import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { OutboundChoices } from '../../../nodes/contract/message.ts';
import { type ChoicesLook, choicesLook, labelOf, MAX, replyIds } from './choices-look.ts';
import { cut, oneLine } from './cut.ts';

/** A question with options, as buttons, a list or numbered text: whichever holds them all. */
export function composeChoices(choices: OutboundChoices): JsonObject {
  const look = choicesLook(choices);
  if (look.as === 'text') return { type: 'text', text: { body: numberedText(choices) } };
  return {
    type: 'interactive',
    interactive: look.as === 'buttons' ? buttons(choices, look) : list(choices, look),
  };
}

function buttons(choices: OutboundChoices, { titles }: ChoicesLook): JsonObject {
  const ids = replyIds(choices);
  return {
    type: 'button',
    ...frame(choices, MAX.buttonBody),
    action: {
      buttons: titles.map((title, at) => ({ type: 'reply', reply: { id: ids[at] ?? title, title } })),
    },
  };
}

const OPEN = 'Choose';

function list(choices: OutboundChoices, { titles }: ChoicesLook): JsonObject {
  const ids = replyIds(choices);
  const rows = choices.options.map((option, at) => {
    const label = labelOf(option);
    const title = titles[at] ?? label;
    const description = rowDescription(label, title, option.description);
    return { id: ids[at] ?? option.id, title, ...(description !== '' && { description }) };
  });
  const open = cut(oneLine(choices.open ?? '') || OPEN, MAX.openButton);
  return { type: 'list', ...frame(choices, MAX.listBody), action: { button: open, sections: [{ rows }] } };
}

/** A label that was cut is told in full below its title, before whatever else is said there. */
function rowDescription(label: string, title: string, description = ''): string {
  const words = [title === label ? '' : label, oneLine(description)].filter((part) => part !== '');
  return cut(words.join(' · '), MAX.rowDescription);
}

/** What stands around the options. A body is required, so a question without words borrows its header. */
function frame({ text, header = '', footer = '' }: OutboundChoices, maxBody: number): JsonObject {
  const head = oneLine(header);
  const foot = oneLine(footer);
  const body = text.trim() === '' ? head || '…' : text;
  return {
    ...(head !== '' && { header: { type: 'text', text: cut(head, MAX.header) } }),
    body: { text: cut(body, maxBody) },
    ...(foot !== '' && { footer: { text: cut(foot, MAX.footer) } }),
  };
}

/** Options to be answered by number; when space runs out, first the descriptions go, then the end of the question. */
function numberedText({ text, options, header = '', footer = '' }: OutboundChoices): string {
  const above = [header.trim() && `*${header.trim()}*`, text.trim()].filter(Boolean).join('\n\n');
  const below = footer.trim() && `_${footer.trim()}_`;
  const labels = options.map((option, at) => `${at + 1}. ${labelOf(option)}`);
  const full = labels.map((line, at) => withDescription(line, options[at]?.description));
  const whole = join(above, full.join('\n'), below);
  if (whole.length <= MAX.text) return whole;
  const lines = labels.join('\n');
  const room = MAX.text - join('', lines, below).length - GAP.length;
  return cut(join(room > 0 ? cut(above, room) : '', lines, below), MAX.text);
}

const GAP = '\n\n';
const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(GAP);

const withDescription = (line: string, description = ''): string =>
  description.trim() === '' ? line : `${line} – ${oneLine(description)}`;
