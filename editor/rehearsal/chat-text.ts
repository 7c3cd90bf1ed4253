import type { Json } from '../../nodes/contract/json.ts';

/** The person a rehearsal talks as; what is not given is left to the server. */
export interface TestContact {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly fields: { readonly [name: string]: Json };
  readonly optedOut: boolean;
}

/** A wall time and its zone, as a chat writes them. */
export interface Moment {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

/** A chat taken apart: where it takes place, and what comes from outside, line by line. */
export interface ChatParts {
  readonly contact: TestContact;
  readonly start: Moment;
  readonly number?: string;
  /** Lines of the heading that the panel does not edit: calendars, other flows, settings. */
  readonly extras: readonly string[];
  readonly lines: readonly string[];
}

export const NOBODY: TestContact = {
  name: 'Ana',
  phone: '66812345678',
  language: '',
  tags: [],
  fields: {},
  optedOut: false,
};

/** The chat as the server reads it: heading, a blank line, what comes from outside. */
export function chatText({ contact, start, number, extras, lines }: ChatParts): string {
  const heading = [
    `contact ${JSON.stringify(told(contact))}`,
    `at ${start.day} ${start.time} ${start.zone}`,
    ...(number === undefined ? [] : [`number ${JSON.stringify({ id: number })}`]),
    ...extras,
  ];
  return `${[...heading, '', ...lines].join('\n')}\n`;
}

/** What says nothing is not written down. */
function told({ name, phone, language, tags, fields, optedOut }: TestContact): object {
  return {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(language && { language }),
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(optedOut && { optedOut }),
  };
}

const OUTPUT = /^[>*=!?](?: |$)/;

/** Takes a chat apart, whoever wrote it. What cannot be read stays as it is, for the server to say so. */
export function partsOf(text: string, usual: Pick<ChatParts, 'start'>): ChatParts {
  const blocks = blocksOf(text).filter((block) => !OUTPUT.test(block));
  const first = blocks.findIndex((block) => block === '' || /^[<~]/.test(block));
  const heading = first === -1 ? blocks : blocks.slice(0, first);
  const lines = blocks.slice(heading.length).filter((block) => /^[<~] /.test(block));
  let parts: ChatParts = { contact: { ...NOBODY, name: '' }, start: usual.start, extras: [], lines };
  for (const line of heading) parts = withHeading(parts, line);
  return parts;
}

/** A line with the indented ones that belong to it. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').trimEnd().split('\n')) {
    const last = blocks.length - 1;
    if (line.startsWith('  ') && last >= 0) blocks[last] = `${blocks[last]}\n${line}`;
    else blocks.push(line);
  }
  return blocks;
}

function withHeading(parts: ChatParts, line: string): ChatParts {
  const [, word = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line) ?? [];
  if (word === 'contact') {
    const contact = objectIn(rest);
    if (contact) return { ...parts, contact: { ...parts.contact, ...(contact as Partial<TestContact>) } };
  }
  const [, day, time, zone = parts.start.zone] = /^(\S+) (\S+)(?: (\S+))?$/.exec(rest) ?? [];
  if (word === 'at' && day && time) return { ...parts, start: { day, time, zone } };
  const id = word === 'number' ? objectIn(rest)?.['id'] : undefined;
  // A number that is told more of than its id keeps its line.
  if (typeof id === 'string' && Object.keys(objectIn(rest) ?? {}).length === 1)
    return { ...parts, number: id };
  return { ...parts, extras: [...parts.extras, line] };
}

function objectIn(text: string): { readonly [key: string]: Json } | undefined {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [key: string]: Json })
      : undefined;
  } catch {
    return undefined;
  }
}

/** What the contact writes, as a line; further lines of a text are indented. */
export const saidLine = (text: string): string =>
  `< ${text.trim().replace(/\r\n?/g, '\n').split('\n').join('\n  ')}`;

/** A tap on a question; `back` 1 is the latest. */
export const tapLine = (label: string, back: number): string => `< [${label}]${back > 1 ? ` @${back}` : ''}`;

/** A moment (epoch ms) where the chat takes place, as a chat writes it. */
export function momentAt(at: number, zone: string): Moment {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}`, zone };
}
