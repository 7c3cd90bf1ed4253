import { isRegex } from '../match/regex.ts';
import { patternOf } from '../values/compare.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { KIND, type Kind, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';

/** One end of a range. */
export interface Limit {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** What a filter demands of one field, as far as an index can use it. */
export interface Demand {
  /** The field must equal one of these. */
  points?: readonly unknown[];
  low?: Limit;
  high?: Limit;
  /** The field must be there. */
  exists?: boolean;
}

/** A filter as demands on fields that must all hold. */
export interface Predicates {
  readonly demands: ReadonlyMap<string, Demand>;
  /** Whether the filter asks for nothing beyond the demands. */
  readonly complete: boolean;
  /** Alternatives of which one must hold, for each `$or` that stands beside the demands. */
  readonly alternatives: readonly (readonly Document[])[];
}

/** Reads from a filter what indexes can use. */
export function readPredicates(filter: Document): Predicates {
  const reading: Reading = { demands: new Map(), alternatives: [], complete: true };
  readFilter(filter, reading);
  return reading;
}

/** The demand on a field, when it has points that a key can stand for. */
export const isPlain = (value: unknown): boolean => {
  const kind = kindOf(value);
  if (kind === KIND.number) return !Number.isNaN(toNumber(value));
  return value !== undefined && !UNPLAIN.has(kind);
};

const UNPLAIN: ReadonlySet<Kind> = new Set([KIND.array, KIND.document, KIND.regex, KIND.min, KIND.max]);

interface Reading {
  readonly demands: Map<string, Demand>;
  readonly alternatives: (readonly Document[])[];
  complete: boolean;
}

function readFilter(filter: Document, reading: Reading): void {
  for (const [name, condition] of Object.entries(filter)) {
    if (!name.startsWith('$')) readField(name, condition, reading);
    else if (name !== '$comment') readLogic(name, condition, reading);
  }
}

function readLogic(name: string, condition: unknown, reading: Reading): void {
  const parts = Array.isArray(condition) ? condition.filter(isDocument) : [];
  if (name === '$and') {
    for (const part of parts) readFilter(part, reading);
    return;
  }
  reading.complete = false;
  if (name === '$or') reading.alternatives.push(parts);
}

function readField(name: string, condition: unknown, reading: Reading): void {
  const demand = reading.demands.get(name) ?? {};
  reading.demands.set(name, demand);
  if (isRegex(condition)) {
    reading.complete = false;
    demandPrefix(demand, condition);
    return;
  }
  if (!isOperatorDocument(condition)) {
    if (!demandPoints(demand, [condition])) reading.complete = false;
    return;
  }
  for (const [operator, argument] of Object.entries(condition)) {
    const read = Object.hasOwn(READ, operator) ? READ[operator] : undefined;
    if (!read?.(demand, argument)) reading.complete = false;
    // Prefixes work only without flags such as `i`, which stand beside the expression.
    if (operator === '$regex' && !condition['$options']) demandPrefix(demand, argument);
  }
}

/** Each takes up one operator; true when the demand now says all of it. */
const READ: Readonly<Record<string, (demand: Demand, argument: unknown) => boolean>> = {
  $eq: (demand, argument) => demandPoints(demand, [argument]),
  $in: (demand, argument) => Array.isArray(argument) && demandPoints(demand, argument),
  $gt: (demand, value) => demandLow(demand, { value, inclusive: false }),
  $gte: (demand, value) => demandLow(demand, { value, inclusive: true }),
  $lt: (demand, value) => demandHigh(demand, { value, inclusive: false }),
  $lte: (demand, value) => demandHigh(demand, { value, inclusive: true }),
  $exists: (demand, argument) => {
    if (argument === true || argument === 1) demand.exists = true;
    return false;
  },
  $comment: () => true,
};

function demandPoints(demand: Demand, values: readonly unknown[]): boolean {
  if (demand.points || demand.low || demand.high || !values.every(isPlain)) return false;
  demand.points = values;
  return true;
}

function demandLow(demand: Demand, limit: Limit): boolean {
  if (demand.points || demand.low || !isLimit(limit, demand.high)) return false;
  demand.low = limit;
  return true;
}

function demandHigh(demand: Demand, limit: Limit): boolean {
  if (demand.points || demand.high || !isLimit(limit, demand.low)) return false;
  demand.high = limit;
  return true;
}

// Both ends of a range must be of one type: `{$gt: 5, $lt: 'x'}` finds nothing, and is left to the matcher.
const isLimit = ({ value }: Limit, other: Limit | undefined): boolean =>
  isPlain(value) && value !== null && (!other || kindOf(other.value) === kindOf(value));

function demandPrefix(demand: Demand, condition: unknown): void {
  const prefix = prefixOf(condition);
  if (prefix === undefined || demand.points || demand.low || demand.high) return;
  demand.low = { value: prefix, inclusive: true };
  demand.high = { value: `${prefix}\u{10ffff}`, inclusive: true };
}

// `^abc` finds texts that begin with abc. A quantifier after the last character makes it optional, so that is left off.
function prefixOf(condition: unknown): string | undefined {
  const [pattern, flags] = patternOf(condition);
  if (/[imx]/.test(flags) || pattern.includes('|')) return undefined;
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^a-zA-Z0-9])+)([*+?{])?/.exec(pattern);
  if (!literal?.[1] || literal[2]) return undefined;
  return literal[1].replace(/\\(.)/gs, '$1');
}
