import { type FilterImplOptions, Liquid } from 'liquidjs';
import { type JsonObject, lookup, toText } from './json.ts';

/** A text with `{{ holes }}`, parsed once and filled often. */
export interface Template {
  /** Fills the holes from `scope`. Throws `TemplateError` when the text asks for more than its budget. */
  fill(scope: JsonObject): string;
  /** The variables it reads, as dotted paths. */
  readonly reads: readonly string[];
}

/** A text that cannot be parsed or filled; the message is a sentence for its author. */
export class TemplateError extends Error {}

/** What one filling may cost, in characters and objects made, and in tags and holes passed. */
const BUDGET = { memoryLimit: 200_000, templateLimit: 10_000, parseLimit: 100_000 };

const liquids = { text: liquid(toText), url: liquid((value) => encodeURIComponent(toText(value))) };

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
  const show = encode === 'url' ? (value: unknown) => encodeURIComponent(toText(value)) : toText;
  return {
    reads,
    fill: (scope) => parts.map((part, i) => (i % 2 === 0 ? part : show(lookup(scope, part)))).join(''),
  };
}

function parseLiquid(text: string, encode: 'text' | 'url'): Template {
  const engine = liquids[encode];
  const parsed = inWords(() => engine.parse(text));
  return {
    reads: inWords(() => engine.globalFullVariablesSync(text)),
    fill: (scope) => inWords(() => engine.renderSync(parsed, scope) as string),
  };
}

function inWords<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    const [sentence = 'cannot be read'] = (error as Error).message.split('\n');
    throw new TemplateError(sentence.replace(/, line:.*$/, ''));
  }
}

/** A Liquid without files, clock, dice or the machine's time zone. */
function liquid(outputEscape: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    ...BUDGET,
    templates: {}, // without this, {% include %} reads files
    ownPropertyOnly: true,
    strictFilters: true,
    timezoneOffset: 'UTC',
    locale: 'en-US',
    dateFormat: '%Y-%m-%d %H:%M',
    outputEscape,
  });
  for (const tag of ['include', 'render', 'layout', 'block'])
    engine.registerTag(tag, {
      parse: () => {
        throw new Error(`the tag "${tag}" reads other files, which flows cannot`);
      },
      render: () => '',
    });
  engine.registerFilter('sample', () => {
    throw new Error('the filter "sample" is a throw of dice: use a split node instead');
  });
  fixDates(engine);
  return engine;
}

type DateFilter = (this: unknown, value: unknown, format?: string, zone?: string) => unknown;

/** `now` is the moment of the event and the zone that of the workspace, both from the scope: same event, same text. */
function fixDates(engine: Liquid): void {
  const original = engine.filters['date'] as DateFilter;
  engine.registerFilter('date', function (this, value: unknown, format?: string, zone?: string) {
    const scope = (name: string) => this.context.getSync([name]);
    const moment = value === 'now' || value === 'today' ? scope('now') : value;
    return original.call(this, moment, format, zone ?? String(scope('timeZone') ?? 'UTC'));
  } as FilterImplOptions);
}
