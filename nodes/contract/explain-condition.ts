import { evaluate, variablesOf } from './condition.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type Reason, reason } from './reason.ts';

/** Why a JSON-Logic rule holds for the data or does not: its parts, as far as they were looked at, with real values. */
export function explainCondition(rule: Json, data: JsonObject): readonly Reason[] {
  try {
    return explain(rule, data, true);
  } catch {
    return []; // What cannot be worked out has failed the node already, with a sentence of its own.
  }
}

/** `wanted`: whether the whole profits when this part is true. */
function explain(rule: Json, data: JsonObject, wanted: boolean): readonly Reason[] {
  const [operator, ...args] = partsOf(rule);
  if (operator === 'and' || operator === 'or') return inTurn(operator, args, data, wanted);
  if (operator === '!' && args.length === 1) return explain(args[0] ?? null, data, !wanted);
  const holds = truthy(rule, data);
  return [reason(...fact(operator, args, data, { rule, holds }), holds === wanted)];
}

/** The parts of "all of" and "one of" until it is clear; what comes after is never asked. */
function inTurn(operator: 'and' | 'or', parts: readonly Json[], data: JsonObject, wanted: boolean) {
  const decisive = parts.findIndex((part) => truthy(part, data) === (operator === 'or'));
  const asked = decisive === -1 ? parts : parts.slice(0, decisive + 1);
  return asked.flatMap((part) => explain(part, data, wanted));
}

const partsOf = (rule: Json): readonly [operator: string, ...args: readonly Json[]] => {
  if (!isObject(rule)) return [''];
  const [operator = '', args = null] = Object.entries(rule)[0] ?? [];
  return [operator, ...(Array.isArray(args) ? (args as readonly Json[]) : [args])];
};

const truthy = (rule: Json, data: JsonObject): boolean => Boolean(evaluate({ '!!': [rule] }, data));

type Fact = readonly [says: string, values: Reason['values']];

/** What each comparison says when it holds and when it does not. */
const COMPARED: { readonly [operator: string]: readonly [holds: string, not: string] } = {
  '==': ['{what} is {value}', '{what} is {value}, not {other}'],
  '===': ['{what} is {value}', '{what} is {value}, not {other}'],
  '!=': ['{what} is {value}, not {other}', '{what} is {value}'],
  '!==': ['{what} is {value}, not {other}', '{what} is {value}'],
  '>': ['{what} is {value}, which is more than {other}', '{what} is {value}, which is not more than {other}'],
  '>=': ['{what} is {value}, which is at least {other}', '{what} is {value}, which is less than {other}'],
  '<': ['{what} is {value}, which is less than {other}', '{what} is {value}, which is not less than {other}'],
  '<=': ['{what} is {value}, which is at most {other}', '{what} is {value}, which is more than {other}'],
  contains: [
    '{what} is {value}, which contains {other}',
    '{what} is {value}, which does not contain {other}',
  ],
  in: ['{what} is {value}, which is in {other}', '{what} is {value}, which is not in {other}'],
};

/** The same comparison seen from its other side. */
const MIRRORED: { readonly [operator: string]: string } = {
  ...{ '==': '==', '===': '===', '!=': '!=', '!==': '!==' },
  ...{ '>': '<', '>=': '<=', '<': '>', '<=': '>=' },
};

function fact(
  operator: string,
  args: readonly Json[],
  data: JsonObject,
  { rule, holds }: { readonly rule: Json; readonly holds: boolean },
): Fact {
  const [left = null, right = null] = args;
  const compared = COMPARED[operator];
  if (compared && args.length === 2) return comparison(operator, [left, right], data, holds);
  if (operator === 'empty')
    return holds
      ? ['{what} is empty', { what: nameOf(left) }]
      : ['{what} is {value}, so it is not empty', { what: nameOf(left), value: evaluate(left, data) }];
  const values = { what: nameOf(rule), value: evaluate(rule, data) ?? null };
  return holds
    ? ['{what} is {value}, which counts as yes', values]
    : ['{what} is {value}, which counts as no', values];
}

function comparison(
  operator: string,
  [left, right]: readonly [Json, Json],
  data: JsonObject,
  holds: boolean,
): Fact {
  const mirrored = MIRRORED[operator];
  if (mirrored !== undefined && !isObject(left) && isObject(right))
    return comparison(mirrored, [right, left], data, holds);
  const [says, not] = COMPARED[operator] ?? ['', ''];
  const values = {
    what: nameOf(left),
    value: evaluate(left, data) ?? null,
    other: evaluate(right, data) ?? null,
  };
  return [holds ? says : not, values];
}

/** The variable that a part is about; a value is its own name. */
function nameOf(part: Json): string {
  const variables = variablesOf(part);
  if (variables.length > 0) return [...new Set(variables)].join(', ');
  return isObject(part) ? 'the calculation' : JSON.stringify(part);
}
