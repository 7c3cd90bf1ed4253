import { compileTest } from '../match/matcher.ts';
import { isRegex } from '../match/regex.ts';
import { typeName } from '../match/types.ts';
import { badValue, failedToParse, typeMismatch } from '../refusal.ts';
import { equal } from '../values/compare.ts';
import { isDocument, isOperatorDocument } from '../values/document.ts';
import { toNumber } from '../values/numbers.ts';
import { type Modifier, UNCHANGED } from './modifier.ts';

type ElementTest = (element: unknown) => boolean;

/** `$addToSet`, with `$each`. */
export function addToSet(argument: unknown, path: string): Modifier {
  const values: unknown = isDocument(argument) && '$each' in argument ? argument['$each'] : [argument];
  if (!Array.isArray(values))
    throw typeMismatch(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(values)}`,
    );
  return (value, present) => {
    if (present && !Array.isArray(value)) {
      throw badValue(
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(value)}`,
      );
    }
    const before = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const after = [...before];
    for (const added of values) if (!after.some((element) => equal(element, added))) after.push(added);
    return present && after.length === before.length ? UNCHANGED : after;
  };
}

/** `$pop`: the last element with 1, the first with -1. */
export function pop(argument: unknown, path: string): Modifier {
  const end = toNumber(argument);
  if (end !== 1 && end !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${String(argument)}`);
  return (value, present) => {
    if (!present) return UNCHANGED;
    if (!Array.isArray(value))
      throw typeMismatch(`Path '${path}' contains an element of non-array type '${typeName(value)}'`);
    if (value.length === 0) return UNCHANGED;
    return end === 1 ? value.slice(0, -1) : value.slice(1);
  };
}

/** `$pull`: every element that is equal to the argument or answers it as a condition. */
export const pull = (argument: unknown): Modifier => without(pullTest(argument));

/** `$pullAll`: every element equal to one of these. */
export function pullAll(argument: unknown): Modifier {
  if (!Array.isArray(argument)) throw badValue('$pullAll requires an array argument');
  return without((element) => argument.some((unwanted) => equal(unwanted, element)));
}

function pullTest(argument: unknown): ElementTest {
  if (isRegex(argument) || (isOperatorDocument(argument) && !('$and' in argument) && !('$or' in argument))) {
    const test = compileTest({ element: argument });
    return (element) => test({ element });
  }
  if (!isDocument(argument)) return (element) => equal(element, argument);
  const test = compileTest(argument);
  return (element) => isDocument(element) && test(element);
}

function without(unwanted: ElementTest): Modifier {
  return (value, present) => {
    if (!present) return UNCHANGED;
    if (!Array.isArray(value)) throw badValue('Cannot apply $pull to a non-array value');
    const kept = value.filter((element) => !unwanted(element));
    return kept.length === value.length ? UNCHANGED : kept;
  };
}
