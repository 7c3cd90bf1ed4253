import { typeName } from '../match/types.ts';
import { badValue } from '../refusal.ts';
import { readSort, sortDocuments } from '../sorter.ts';
import { compare } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';
import { type Modifier, UNCHANGED } from './modifier.ts';

const CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`. */
export function push(argument: unknown, path: string): Modifier {
  const clauses: Document = isDocument(argument) && '$each' in argument ? argument : { $each: [argument] };
  const values = clauses['$each'];
  if (!Array.isArray(values)) {
    throw badValue(`The argument to $each in $push must be an array but it was of type ${typeName(values)}`);
  }
  for (const name of Object.keys(clauses))
    if (!CLAUSES.has(name)) throw badValue(`Unrecognized clause in $push: ${name}`);
  const position = integer(clauses, '$position');
  const limit = integer(clauses, '$slice');
  const sort = sorting(clauses['$sort']);
  const arrange = (array: unknown[]): unknown[] => cut(sort ? sort(array) : array, limit);
  const addsNothing = values.length === 0 && limit === undefined && sort === undefined;
  return (value, present) => {
    const before = present ? value : [];
    if (!Array.isArray(before))
      throw badValue(`The field '${path}' must be an array but is of type ${typeName(value)}`);
    if (present && addsNothing) return UNCHANGED;
    const array: unknown[] = [...before];
    array.splice(position ?? array.length, 0, ...values);
    return arrange(array);
  };
}

// A negative limit keeps the end.
function cut(array: unknown[], limit: number | undefined): unknown[] {
  if (limit === undefined) return array;
  return limit >= 0 ? array.slice(0, limit) : array.slice(limit);
}

function integer(clauses: Document, name: string): number | undefined {
  const value = clauses[name];
  if (value === undefined) return undefined;
  if (kindOf(value) !== KIND.number || !Number.isInteger(toNumber(value))) {
    throw badValue(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return toNumber(value);
}

function sorting(argument: unknown): ((array: unknown[]) => unknown[]) | undefined {
  if (argument === undefined) return undefined;
  if (isDocument(argument)) {
    const sort = readSort(argument);
    return sort && ((array) => sortDocuments(array, sort));
  }
  const direction = toNumber(argument);
  if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
  return (array) => array.sort((a, b) => compare(a, b) * direction);
}
