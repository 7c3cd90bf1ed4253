import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../server/embedded/values/codec.ts';
import { compare } from '../../server/embedded/values/compare.ts';
import { type Direction, encodeKeys } from '../../server/embedded/values/key.ts';
import { decodeFields, ElementReader, fieldNames } from '../../server/embedded/values/raw.ts';

const scalar = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 1, 2 ** 53, 2 ** 63, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }).map((n) => Long.fromBigInt(n)),
  fc.integer().map((n) => Decimal128.fromString(`${n}`)),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\u{1f600}', '\uffee', 'a'.repeat(60)),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
  fc.nat().map((t) => new Timestamp({ t, i: 1 })),
  fc.constantFrom(new MinKey(), new MaxKey(), /a/i, /b/),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), tie('value'), { maxKeys: 3 }),
  ),
}));
const direction = fc.constantFrom<Direction>(1, -1);

describe('keys', () => {
  test('are in the order of the values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeKeys([a], [1]), encodeKeys([b], [1])))).toBe(
          Math.sign(compare(a, b)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test('of several fields are in the order of the fields, each in its direction', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scalar, scalar, direction), { minLength: 1, maxLength: 3 }), (fields) => {
        const directions = fields.map(([, , d]) => d);
        const left = encodeKeys(
          fields.map(([a]) => a),
          directions,
        );
        const right = encodeKeys(
          fields.map(([, b]) => b),
          directions,
        );
        const expected = fields.map(([a, b, d]) => compare(a, b) * d).find((order) => order !== 0) ?? 0;
        expect(Math.sign(Buffer.compare(left, right))).toBe(Math.sign(expected));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('order of types', () => {
  test('is that of MongoDB', () => {
    const ordered = [
      new MinKey(),
      null,
      -1,
      'a',
      { a: 1 },
      [1],
      new Binary(Buffer.from('a')),
      new ObjectId(),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      /a/,
      new MaxKey(),
    ];
    expect([...ordered].reverse().sort(compare)).toEqual(ordered);
  });

  test('takes numbers of all types for one', () => {
    expect(compare(1, Long.fromNumber(1))).toBe(0);
    expect(compare(Decimal128.fromString('1.5'), 1.5)).toBe(0);
    expect(compare(Long.fromString('9007199254740993'), 2 ** 53)).toBeGreaterThan(0);
    expect(compare({ a: 1, b: 2 }, { b: 2, a: 1 })).not.toBe(0);
  });
});

describe('raw documents', () => {
  test('give single fields as the whole document does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'é'), value), (document) => {
        const raw = encode(document);
        const whole = decode(raw);
        for (const name of ['a', 'b', 'ab', 'é']) {
          const expected = name in whole ? { [name]: whole[name] } : {};
          expect(decodeFields(raw, fieldNames([name]))).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('that are damaged are refused, not followed', () => {
    const raw = Buffer.from(encode({ a: 'text', b: 1 }));
    raw.writeInt32LE(1_000_000, 7);
    const reader = new ElementReader(raw);
    expect(() => reader.next()).toThrow('longer than its document');
  });
});
