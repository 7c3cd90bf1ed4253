import { Context, type FilterImplOptions, Liquid, type Template as Parsed } from 'liquidjs';
import { DateTime, IANAZone } from 'luxon';
import { type JsonObject, lookup, toText } from './json.ts';
import { templateMistake } from './parser-words.ts';
import { fillSentence, type Sentence, say } from './sentence.ts';

/** A text with `{{ holes }}`, parsed once and filled often. */
export interface Template {
  /** Fills the holes from `scope`. Throws `TemplateError` when the text asks for more than its budget. */
  fill(scope: JsonObject): string;
  /** The variables it reads, as dotted paths. */
  readonly reads: readonly string[];
}

/** A text that cannot be parsed or filled, with a sentence for its author. */
export class TemplateError extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(fillSentence(sentence));
    this.name = 'TemplateError';
    this.sentence = sentence;
  }
}

/** The longest text there can be; what one filling may make on the way to it; and tags and holes passed. */
const MAX_LENGTH = 100_000;
const MAX_MADE = 200_000;
const MAX_PASSED = 10_000;

const DATE_FILTERS = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

const shows = { text: toText, url: (value: unknown) => encodeURIComponent(toText(value)) };
const liquids = { text: liquid(shows.text), url: liquid(shows.url) };

/** Parses a text. `encode: 'url'` percent-encodes each value for its place in an address. */
export function parseTemplate(text: string, encode: 'text' | 'url' = 'text'): Template {
  if (!text.includes('{{') && !text.includes('{%')) return { fill: () => text, reads: [] };
  return parsePlain(text, encode) ?? parseLiquid(text, encode);
}

const HOLE = /\{\{\s*([A-Za-z_]\w*(?:\.\w+)*)\s*\}\}/g;
/** Liquid gives these a meaning of its own. */
const RESERVED = /^(true|false|nil|null|empty|blank)$|\.(size|first|last)\b/;

/** Nearly every text has only plain holes; filling those by hand is ten times cheaper than Liquid. */
function parsePlain(text: string, encode: 'text' | 'url'): Template | undefined {
  const parts = text.split(HOLE);
  const literal = parts.filter((_, i) => i % 2 === 0).join('');
  const reads = parts.filter((_, i) => i % 2 === 1);
  if (/\{\{|\{%|%\}|\}\}/.test(literal) || reads.some((path) => RESERVED.test(path))) return undefined;
  const show = shows[encode];
  return {
    reads,
    fill: (scope) => {
      let text = '';
      for (let i = 0; i < parts.length; i += 1) {
        const part = parts[i] ?? '';
        text += i % 2 === 0 ? part : show(lookup(scope, part));
        if (text.length > MAX_LENGTH) throw new TemplateError(TOO_LONG);
      }
      return text;
    },
  };
}

const TOO_LONG = say('it becomes longer than {n} characters', { n: MAX_LENGTH });

function parseLiquid(text: string, encode: 'text' | 'url'): Template {
  const engine = liquids[encode];
  const parsed = inWords(() => engine.parse(text));
  return {
    reads: inWords(() => engine.globalFullVariablesSync(text)),
    fill: (scope) => inWords(() => render(engine, parsed, scope)),
  };
}

function render(engine: Liquid, parsed: Parsed[], scope: JsonObject): string {
  const timezoneOffset = zoneOf(scope);
  const context = new Context(scope, { ...engine.options, timezoneOffset }, { sync: true });
  let passed = 0;
  // Liquid limits its time by the clock. Counting instead, the same text always comes to the same end.
  context.renderLimit.check = () => {
    passed += 1;
    if (passed > MAX_PASSED)
      throw new TemplateError(say('it passes more than {n} commands and holes', { n: MAX_PASSED }));
  };
  const text: string = engine.renderSync(parsed, context);
  if (text.length > MAX_LENGTH) throw new TemplateError(TOO_LONG);
  return text;
}

let latest = { name: 'UTC', zone: 'UTC' };

/** That of the workspace, if it is one. It is dear to find out and nearly always the same. */
function zoneOf({ timeZone }: JsonObject): string {
  const name = typeof timeZone === 'string' ? timeZone : 'UTC';
  if (name !== latest.name) latest = { name, zone: IANAZone.isValidZone(name) ? name : 'UTC' };
  return latest.zone;
}

function inWords<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    const own = ownIn(error);
    if (own) throw own;
    const [said = ''] = (error as Error).message.split('\n');
    throw new TemplateError(templateMistake(said.replace(/, line:.*$/, '')));
  }
}

/** Liquid wraps what is thrown inside it. */
const ownIn = (error: unknown): TemplateError | undefined =>
  error instanceof TemplateError
    ? error
    : error instanceof Error && 'originalError' in error
      ? ownIn(error.originalError)
      : undefined;

/** A Liquid without files, clock, dice or the machine's time zone. */
function liquid(show: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    memoryLimit: MAX_MADE,
    parseLimit: MAX_LENGTH,
    templates: {}, // without this, {% include %} reads files
    ownPropertyOnly: true,
    strictFilters: true,
    timezoneOffset: 'UTC',
    locale: 'en-US',
    dateFormat: '%Y-%m-%d %H:%M',
    outputEscape(this: FilterThis, value: unknown) {
      const text = show(value);
      this.context.memoryLimit.use(text.length);
      return text;
    },
  });
  for (const tag of ['include', 'render', 'layout', 'block'])
    engine.registerTag(tag, {
      parse: () => {
        throw new TemplateError(say('"{tag}" reads other files, which flows cannot', { tag }));
      },
      render: () => '',
    });
  engine.registerFilter('sample', () => {
    throw new TemplateError(say('the filter "sample" is left to chance, which texts cannot be'));
  });
  fixDates(engine);
  return engine;
}

type FilterThis = ThisParameterType<Extract<FilterImplOptions, (...args: never[]) => unknown>>;
type DateFilter = (this: FilterThis, value: unknown, ...args: readonly unknown[]) => unknown;

/** `now` is the moment of the event and the zone that of the workspace, both from the scope: same event, same text. */
function fixDates(engine: Liquid): void {
  for (const name of DATE_FILTERS) {
    const original = engine.filters[name] as DateFilter;
    engine.registerFilter(name, function (this: FilterThis, value: unknown, ...args: readonly unknown[]) {
      const now = value === 'now' || value === 'today';
      const moment = now ? this.context.getSync(['now']) : value;
      return original.call(this, momentOf(moment, String(this.context.opts.timezoneOffset)), ...args);
    });
  }
}

/** A date without a zone means that of the workspace, never that of the machine. */
function momentOf(value: unknown, zone: string): unknown {
  if (typeof value !== 'string' || /^\d+$/.test(value)) return value;
  const local = DateTime.fromISO(value.trim().replace(' ', 'T'), { zone });
  if (local.isValid) return local.toISO();
  const other = Date.parse(`${value} UTC`);
  return Number.isNaN(other) ? value : new Date(other).toISOString();
}
