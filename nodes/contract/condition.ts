import jsonLogic from 'json-logic-js';
import { isObject, type Json, type JsonObject, lookup, toText } from './json.ts';
import { fold } from './keywords.ts';
import { type Sentence, say } from './sentence.ts';

/** How deep and how large a rule may be. */
const MAX_DEPTH = 30;
const MAX_PARTS = 500;
/** What working it out may cost: variables read, characters and items put together. */
const MAX_COST = 100_000;

const FORBIDDEN_PATH = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;

let cost = 0;

/** The budget is counted, not timed: the same rule on the same data always costs the same. */
function spend<T>(made: T, amount: number): T {
  cost += amount;
  if (cost > MAX_COST) throw new Error('a condition or calculation is too much to work out');
  return made;
}

/** Those of JSON-Logic that read or build, within the budget and never an inherited member. */
const guarded: { readonly [name: string]: (this: Json, ...args: Json[]) => Json } = {
  var(path, otherwise = null) {
    const whole = path === undefined || path === null || path === '';
    const found = whole ? this : lookup(this, String(path));
    return spend(found === undefined ? otherwise : found, 1);
  },
  cat: (...parts) => {
    for (const part of parts) spend(part, String(part).length);
    return parts.join('');
  },
  merge: (...lists) => {
    const merged = lists.flat() as Json[];
    return spend(merged, merged.length);
  },
};

const own: { readonly [name: string]: (...args: Json[]) => Json } = {
  lower: (text) => toText(text).toLowerCase(),
  /** A text holds another, whatever the case, accents and width; or a list holds a value. */
  contains: (whole, part) =>
    Array.isArray(whole) ? whole.includes(part) : fold(toText(whole)).includes(fold(toText(part))),
  empty: (value) =>
    value === null || value === undefined || toText(value).trim() === '' || isEmptyList(value),
};
for (const [name, operation] of Object.entries({ ...guarded, ...own }))
  jsonLogic.add_operation(name, operation);
jsonLogic.rm_operation('log');

/** The operators a rule may use: those of JSON-Logic, less `log` and `method`, and three of ours. */
export const OPERATORS: ReadonlySet<string> = new Set([
  ...['var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and'],
  ...['>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'in', 'cat', 'substr', 'merge'],
  ...['map', 'filter', 'reduce', 'all', 'none', 'some', ...Object.keys(own)],
]);

/** Whether a JSON-Logic rule holds for the data. The rule must have passed `checkCondition`. */
export const holds = (rule: Json, data: JsonObject): boolean => jsonLogic.truthy(evaluate(rule, data));

/** The value of a JSON-Logic rule. */
export function evaluate(rule: Json, data: JsonObject): Json {
  cost = 0;
  return jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data) as Json;
}

/** What is wrong with a rule, to be put behind its name; undefined when it may be used. */
export function checkCondition(rule: Json): Sentence | undefined {
  let parts = 0;
  const check = (part: Json, depth: number): Sentence | undefined => {
    parts += 1;
    if (depth > MAX_DEPTH) return say('is nested more than {n} levels deep', { n: MAX_DEPTH });
    if (parts > MAX_PARTS) return say('has more than {n} parts', { n: MAX_PARTS });
    if (Array.isArray(part)) return first(part, (item) => check(item, depth + 1));
    return isObject(part)
      ? (checkOperation(part) ?? first(Object.values(part), (args) => check(args, depth + 1)))
      : undefined;
  };
  return check(rule, 0);
}

function checkOperation(operation: JsonObject): Sentence | undefined {
  const [operator, ...others] = Object.keys(operation);
  if (operator === undefined) return undefined;
  if (others.length > 0) return say('has a part with {n} operators instead of one', { n: others.length + 1 });
  if (!OPERATORS.has(operator)) return say('uses an unknown operator "{operator}"', { operator });
  const path = operator === 'var' ? pathOf(operation[operator]) : '';
  return FORBIDDEN_PATH.test(path) ? say('reads "{path}", which is not a variable', { path }) : undefined;
}

/** The variables a rule reads, as dotted paths. */
export function variablesOf(rule: Json): readonly string[] {
  if (Array.isArray(rule)) return rule.flatMap(variablesOf);
  if (!isObject(rule)) return [];
  return Object.entries(rule).flatMap(([operator, args]) =>
    operator === 'var' && pathOf(args) !== ''
      ? [pathOf(args)]
      : ITERATORS.has(operator)
        ? variablesOf(firstOf(args))
        : variablesOf(args),
  );
}

/** Inside these, `var` names a part of the item at hand, not a variable of the flow. */
const ITERATORS = new Set(['map', 'filter', 'reduce', 'all', 'none', 'some']);

const firstOf = (args: Json): Json => (Array.isArray(args) ? ((args as readonly Json[])[0] ?? null) : args);
const pathOf = (args: Json | undefined): string => toText(firstOf(args ?? null));
const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0;

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
