import { Decimal128, Long } from 'bson';
import { describe, expect, test } from 'vitest';
import { readUpdate, updated } from '../../server/embedded/update/update.ts';
import { decode, encode } from '../../server/embedded/values/codec.ts';
import type { Document } from '../../server/embedded/values/document.ts';

interface Extra {
  readonly filter?: Record<string, unknown>;
  readonly arrayFilters?: Record<string, unknown>[];
}

function apply(before: unknown, update: unknown, { filter = {}, arrayFilters }: Extra = {}): unknown {
  const raw = encode(before as Document);
  const after = updated(readUpdate(update, arrayFilters), raw, { filter, variables: {} });
  return after ? decode(after.raw) : 'unchanged';
}

type Case = readonly [before: object, update: unknown, after: unknown, extra?: Extra];

const CASES: readonly Case[] = [
  [{ a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
  [{ a: 1 }, { $set: { a: 1 } }, 'unchanged'],
  [{}, { $set: { z: 1, b: 2, 'a.x': 3 } }, { a: { x: 3 }, b: 2, z: 1 }],
  [{ a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
  [{ a: 1, b: 2 }, { $unset: { a: '', c: '', 'b.x': '' } }, { b: 2 }],
  [{ a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
  [{ a: 1 }, { $inc: { a: 2, b: 5 } }, { a: 3, b: 5 }],
  [
    { a: Long.fromString('9007199254740993') },
    { $inc: { a: 1 } },
    { a: Long.fromString('9007199254740994') },
  ],
  [{ a: Decimal128.fromString('1.5') }, { $mul: { a: 2 } }, { a: Decimal128.fromString('3') }],
  [{ a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  [{ a: 3 }, { $min: { a: 2, b: 1 }, $max: { c: 1 } }, { a: 2, b: 1, c: 1 }],
  [{ a: 3 }, { $max: { a: 2 } }, 'unchanged'],
  [{ a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  [{ a: 1 }, { $rename: { x: 'y' } }, 'unchanged'],
  [{ a: 5 }, { $bit: { a: { and: 4 }, b: { or: 3 } } }, { a: 4, b: 3 }],
  [{}, { $setOnInsert: { a: 1 } }, 'unchanged'],
  [{ a: [1] }, { $push: { a: 2, b: 1 } }, { a: [1, 2], b: [1] }],
  [{ a: [5, 1] }, { $push: { a: { $each: [3, 4], $sort: 1, $slice: -3 } } }, { a: [3, 4, 5] }],
  [{}, { $push: { a: { $each: [3, 1, 2], $sort: -1, $slice: 2 } } }, { a: [3, 2] }],
  [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 0 } } }, { a: [9, 1, 2] }],
  [
    { a: [{ x: 2 }, { x: 1, y: 1 }] },
    { $push: { a: { $each: [], $sort: { x: 1, y: -1 } } } },
    { a: [{ x: 1, y: 1 }, { x: 2 }] },
  ],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] }, b: 1 } }, { a: [1, 2], b: [1] }],
  [{ a: [1] }, { $addToSet: { a: 1 } }, 'unchanged'],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: [1, 2, 3, 2] }, { $pull: { a: 2 } }, { a: [1, 3] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ x: 1 }, { x: 2 }] }, { $pull: { a: { x: 2 } } }, { a: [{ x: 1 }] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [
    { a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$.x': 9 } },
    { a: [{ x: 1 }, { x: 9 }] },
    { filter: { 'a.x': 2 } },
  ],
  [{ a: [{ x: 1 }, { x: 2 }] }, { $inc: { 'a.$[].x': 1 } }, { a: [{ x: 2 }, { x: 3 }] }],
  [
    { a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$[e].x': 9, 'a.$[e].y': 1 } },
    { a: [{ x: 1 }, { x: 9, y: 1 }] },
    { arrayFilters: [{ 'e.x': 2 }] },
  ],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ _id: 1, a: 1 }, { a: 1 }, 'unchanged'],
  [
    { _id: 1, a: 1, b: 2 },
    [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }],
    { _id: 1, b: 2, c: 3 },
  ],
];

const REFUSED: readonly (readonly [before: object, update: unknown, code: number, extra?: Extra])[] = [
  [{}, { $foo: { a: 1 } }, 9],
  [{}, { $set: 1 }, 9],
  [{}, { $set: { '': 1 } }, 56],
  [{}, { $set: { 'a..b': 1 } }, 56],
  [{}, { $set: { $a: 1 } }, 52],
  [{}, { a: 1, $b: 1 }, 52],
  [{}, { $set: { a: 1, 'a.b': 1 } }, 40],
  [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: [] }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{}, { $inc: { a: 'x' } }, 14],
  [{ a: null }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $addToSet: { a: 1 } }, 2],
  [{ a: 1 }, { $pop: { a: 1 } }, 14],
  [{ _id: 1 }, { $set: { _id: 2 } }, 66],
  [{ _id: 1 }, { _id: 2 }, 66],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{}, { $set: { 'a.$[].b': 1 } }, 2],
  [{ a: [] }, { $set: { 'a.$[e]': 1 } }, 2],
  [{ a: [] }, { $set: { a: 1 } }, 9, { arrayFilters: [{ e: 1 }] }],
  [{}, { $set: { '__proto__.polluted': 1 } }, 2],
  [{}, [{ $match: {} }], 72],
];

describe('an update', () => {
  test.each(CASES)('of %j by %j', (before, update, after, extra) => {
    expect(apply(before, update, extra as Extra)).toEqual(after);
  });

  test.each(REFUSED)('of %j by %j is refused with code %i', (before, update, code, extra) => {
    expect(() => apply(before, update, extra as Extra)).toThrow(expect.objectContaining({ code }));
  });

  test('appends new fields in the order of their names', () => {
    expect(Object.keys(apply({ m: 1 }, { $set: { z: 1, a: 1 } }) as object)).toEqual(['m', 'a', 'z']);
  });
});
