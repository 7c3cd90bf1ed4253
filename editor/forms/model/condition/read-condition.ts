import { isObject, type Json } from '../../../../nodes/contract/json.ts';
import {
  type ConditionGroup,
  type ConditionPart,
  EMPTY_GROUP,
  isDate,
  type Operand,
  type Operator,
} from './rows.ts';

/** How deep groups may be before rows would be too narrow to read. */
const DEEPEST = 4;

/** A JSON-Logic rule as rows; undefined for what rows cannot say, which is then shown and kept as it is. */
export function readCondition(rule: Json | undefined): ConditionGroup | undefined {
  if (rule === undefined || rule === null) return EMPTY_GROUP;
  const part = readPart(rule, 0);
  if (!part) return undefined;
  return part.is === 'group' ? part : { is: 'group', join: 'all', parts: [part] };
}

function readPart(rule: Json, depth: number): ConditionPart | undefined {
  const operation = single(rule);
  if (!operation) return undefined;
  const [name, args] = operation;
  if (name === 'and' || name === 'or') return readGroup(name === 'and' ? 'all' : 'any', args, depth);
  if (name === '!') return readNot(args, depth);
  if (name === 'var') return bare(rule, 'holds');
  if (name === '!!' || name === 'empty') return bare(only(args), name === 'empty' ? 'empty' : 'holds');
  return readComparison(name, args);
}

function readGroup(join: ConditionGroup['join'], args: Json, depth: number): ConditionGroup | undefined {
  if (!Array.isArray(args) || depth >= DEEPEST) return undefined;
  const parts = (args as readonly Json[]).map((part) => readPart(part, depth + 1));
  return parts.every((part) => part !== undefined) ? { is: 'group', join, parts } : undefined;
}

function readNot(args: Json, depth: number): ConditionPart | undefined {
  const inner = only(args);
  const operation = inner === undefined ? undefined : single(inner);
  if (!operation || inner === undefined) return undefined;
  const [name, inside] = operation;
  if (name === 'or') return readGroup('none', inside, depth);
  const row = readPart(inner, depth);
  const opposite = row?.is === 'row' ? OPPOSITES.get(row.operator) : undefined;
  return row?.is === 'row' && opposite ? { ...row, operator: opposite } : undefined;
}

const OPPOSITES: ReadonlyMap<Operator, Operator> = new Map([
  ['contains', 'lacks'],
  ['oneOf', 'noneOf'],
  ['empty', 'filled'],
] as const);

const COMPARISONS: ReadonlyMap<string, Operator> = new Map([
  ['==', 'is'],
  ['!=', 'isNot'],
  ['contains', 'contains'],
  ['in', 'oneOf'],
  ['>', 'more'],
  ['>=', 'atLeast'],
  ['<', 'less'],
  ['<=', 'atMost'],
] as const);

function readComparison(name: string, args: Json): ConditionPart | undefined {
  const operator = COMPARISONS.get(name);
  const [first, second, ...others] = Array.isArray(args) ? (args as readonly Json[]) : [];
  if (!operator || first === undefined || second === undefined || others.length > 0) return undefined;
  if (operator === 'is') {
    const start = readStart(first, second);
    if (start) return start;
  }
  const left = variable(first);
  const right = readOperand(operator, second);
  return left === undefined || !right ? undefined : { is: 'row', left, operator, right };
}

/** The beginning of a text, cut to the length of what it is compared with. */
function readStart(cut: Json, text: Json): ConditionPart | undefined {
  const [name, args] = single(cut) ?? [];
  if (name !== 'substr' || typeof text !== 'string' || !Array.isArray(args)) return undefined;
  const [of, from, length, ...others] = args as readonly Json[];
  const left = of === undefined ? undefined : variable(of);
  if (left === undefined || from !== 0 || length !== text.length || others.length > 0) return undefined;
  return { is: 'row', left, operator: 'startsWith', right: { is: 'text', text } };
}

function bare(value: Json | undefined, operator: Operator): ConditionPart | undefined {
  const left = value === undefined ? undefined : variable(value);
  return left === undefined ? undefined : { is: 'row', left, operator };
}

function readOperand(operator: Operator, value: Json): Operand | undefined {
  if (Array.isArray(value)) {
    const items = value.filter((item) => typeof item === 'string' || typeof item === 'number');
    return operator === 'oneOf' && items.length === value.length ? { is: 'list', items } : undefined;
  }
  if (operator === 'oneOf') return undefined;
  if (typeof value === 'string') return { is: isDate(operator, value) ? 'date' : 'text', text: value };
  if (typeof value === 'number') return { is: 'number', number: value };
  if (typeof value === 'boolean') return { is: 'truth', truth: value };
  const text = variable(value);
  return text === undefined ? undefined : { is: 'variable', text };
}

/** The path of a plain `var`; one with a value to fall back on is more than a row can say. */
function variable(value: Json): string | undefined {
  const [name, args] = single(value) ?? [];
  if (name !== 'var') return undefined;
  const path = Array.isArray(args) && args.length === 1 ? args[0] : args;
  return typeof path === 'string' ? path : undefined;
}

function single(value: Json): readonly [string, Json] | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0] : undefined;
}

const only = (args: Json): Json | undefined =>
  Array.isArray(args) ? (args.length === 1 ? (args as readonly Json[])[0] : undefined) : args;
