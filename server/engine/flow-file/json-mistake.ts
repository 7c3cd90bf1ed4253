/** Where a text stops being JSON, and what should have stood there. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  /** What was found, as it stands there; undefined at the end of the text. */
  readonly found?: string;
  readonly wanted: string;
}

type Wanted = 'value' | 'itemOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'nextField' | 'nextItem' | 'nothing';

const IN_WORDS: { readonly [wanted in Wanted]: string } = {
  value: 'a value',
  itemOrEnd: 'a value or "]"',
  name: 'a name in double quotes',
  nameOrEnd: 'a name in double quotes or "}"',
  colon: 'a colon',
  nextField: 'a comma or "}"',
  nextItem: 'a comma or "]"',
  nothing: 'the end of the file',
};

const VALUE = { text: 'after', scalar: 'after', '{': 'nameOrEnd', '[': 'itemOrEnd' } as const;

/** What each token brings, where it is allowed; `after` a value it depends on what is open. */
const GRAMMAR: { readonly [wanted in Wanted]: { readonly [token: string]: Wanted | 'after' } } = {
  value: VALUE,
  itemOrEnd: { ...VALUE, ']': 'after' },
  name: { text: 'colon' },
  nameOrEnd: { text: 'colon', '}': 'after' },
  colon: { ':': 'value' },
  nextField: { ',': 'name', '}': 'after' },
  nextItem: { ',': 'value', ']': 'after' },
  nothing: {},
};

const BLANK = /[ \t\r\n]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where a walk through a text had to stop, and what it had behind it. */
export interface Stop {
  /** Where the first thing stands that is out of place; the length of the text when it ends too soon. */
  readonly at: number;
  readonly wanted: string;
  /** Where what is whole ends: closing what is open there makes it JSON. 0 when nothing is. */
  readonly whole: number;
  /** The brackets that are open, the outermost first. */
  readonly open: readonly string[];
  /** Where the comma stands that came last, if nothing came behind it. */
  readonly comma?: number;
}

/** Walks a text as far as it is JSON; undefined when all of it is. */
export function walkJson(text: string): Stop | undefined {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let whole = 0;
  let comma: number | undefined;
  const stop = (at: number): Stop => ({
    ...{ at, wanted: IN_WORDS[wanted], whole, open },
    ...(comma !== undefined && { comma }),
  });
  for (let at = skipBlank(text, 0); at < text.length; ) {
    const end = tokenEnd(text, at);
    const next: Wanted | undefined = end === undefined ? undefined : follow(wanted, text.charAt(at), open);
    if (end === undefined || next === undefined) return stop(at);
    wanted = next;
    comma = text.charAt(at) === ',' ? at : undefined;
    if (CLOSABLE.has(wanted)) whole = end;
    at = skipBlank(text, end);
  }
  return wanted === 'nothing' ? undefined : stop(text.length);
}

/** Finds the first mistake; undefined when the text is JSON. What the platform's own parser says differs from one to the next. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const stop = walkJson(text);
  if (!stop) return undefined;
  const { at, wanted } = stop;
  return text.charAt(at) === '"' && tokenEnd(text, at) === undefined
    ? badText(text, at)
    : mistake(text, at, wanted);
}

/** What may stand at the end of something that is whole. */
const CLOSABLE: ReadonlySet<Wanted> = new Set(['nameOrEnd', 'itemOrEnd', 'nextField', 'nextItem', 'nothing']);

const skipBlank = (text: string, at: number): number => endOf(BLANK, text, at) ?? at;

/** What is wanted after a token that is in its place; undefined when it is not. */
function follow(wanted: Wanted, first: string, open: string[]): Wanted | undefined {
  const token = first === '"' ? 'text' : '{}[]:,'.includes(first) ? first : 'scalar';
  const next = GRAMMAR[wanted][token];
  if (next === undefined) return undefined;
  if (token === '{' || token === '[') open.push(token);
  if (token === '}' || token === ']') open.pop();
  if (next !== 'after') return next;
  const inside = open.at(-1);
  return inside === '{' ? 'nextField' : inside === '[' ? 'nextItem' : 'nothing';
}

function tokenEnd(text: string, at: number): number | undefined {
  const first = text.charAt(at);
  if ('{}[]:,'.includes(first)) return at + 1;
  if (first !== '"') return endOf(SCALAR, text, at);
  const stop = textStop(text, at + 1);
  return text.charAt(stop) === '"' ? stop + 1 : undefined;
}

/** Where a quoted text stops: at its closing quote, or at what must not stand in it. */
function textStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '"' && text.charAt(at) >= ' ') {
    const next = text.charAt(at) === '\\' ? endOf(ESCAPE, text, at) : at + 1;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function badText(text: string, start: number): JsonMistake {
  const stop = textStop(text, start + 1);
  const wanted = text.charAt(stop) === '\\' ? 'a proper escape such as \\n or \\"' : 'a closing quote';
  return mistake(text, stop, wanted);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function mistake(text: string, at: number, wanted: string): JsonMistake {
  const before = text.slice(0, at);
  const found = /^[\w.+-]{1,20}|^\P{Cc}/u.exec(text.slice(at, at + 20))?.[0];
  return {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    wanted,
    ...(found !== undefined && { found }),
  };
}
