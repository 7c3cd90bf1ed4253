import { Timestamp } from 'bson';
import { typeName } from '../match/types.ts';
import { badValue, typeMismatch } from '../refusal.ts';
import { compare } from '../values/compare.ts';
import { isDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';
import { add, multiply } from './arithmetic.ts';
import { addToSet, pop, pull, pullAll } from './array-modifiers.ts';
import { type Modifier, type ModifierBuilder, REMOVE, UNCHANGED } from './modifier.ts';
import { push } from './push.ts';

const set: ModifierBuilder = (argument) => () => argument;

/** What each update operator makes of a field. `$rename` moves between two fields and is done by itself. */
export const MODIFIERS: Readonly<Record<string, ModifierBuilder>> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => (_value, present) => (present ? REMOVE : UNCHANGED),
  $inc: (argument, path) => arithmetic('increment', '$inc', argument, path, add),
  $mul: (argument, path) => arithmetic('multiply', '$mul', argument, path, multiply),
  $min: (argument) => (value, present) => (!present || compare(argument, value) < 0 ? argument : UNCHANGED),
  $max: (argument) => (value, present) => (!present || compare(argument, value) > 0 ? argument : UNCHANGED),
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

type Arithmetic = (a: unknown, b: unknown) => unknown;

function arithmetic(
  verb: string,
  operator: string,
  argument: unknown,
  path: string,
  combine: Arithmetic,
): Modifier {
  if (kindOf(argument) !== KIND.number) {
    throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(argument)}}`);
  }
  const start = operator === '$inc' ? argument : combine(0, argument);
  return (value, present) => {
    if (!present) return start;
    if (kindOf(value) === KIND.number) return combine(value, argument);
    throw typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type. The document has the field '${path}' of non-numeric type ${typeName(value)}`,
    );
  };
}

function currentDate(argument: unknown): Modifier {
  const type = isDocument(argument) ? argument['$type'] : argument;
  if (type === 'timestamp') return () => new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  if (type === 'date' || typeof type === 'boolean') return () => new Date();
  throw badValue(
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

const BITWISE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function bit(argument: unknown, path: string): Modifier {
  if (!isDocument(argument))
    throw badValue('The $bit modifier is not compatible with anything but a document');
  const steps = Object.entries(argument).map(([name, operand]) => {
    const combine = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (!combine || !isInteger(operand))
      throw badValue(`The $bit modifier only takes 'and', 'or' and 'xor' with integers, not ${name}`);
    return (bits: bigint) => combine(bits, BigInt(toNumber(operand)));
  });
  return (value, present) => {
    if (present && !isInteger(value)) {
      throw badValue(
        `Cannot apply $bit to a value of non-integral type: the field '${path}' is ${typeName(value)}`,
      );
    }
    return Number(steps.reduce((bits, step) => step(bits), present ? BigInt(toNumber(value)) : 0n));
  };
}

const isInteger = (value: unknown): boolean =>
  kindOf(value) === KIND.number && Number.isInteger(toNumber(value));
