import { describe, expect, test } from 'vitest';
import { storable } from '../../server/runtime/storable.ts';

describe('foreign JSON', () => {
  test('that is fine is left as it is', () => {
    const fine = { a: [1, 'x', null, { 'b.c': true }], text: 'with a \0 byte', $: undefined };
    const { $: _, ...plain } = fine;
    expect(storable(plain)).toBe(plain);
    expect(storable(null)).toBe(null);
    expect(storable('x')).toBe('x');
  });

  test('loses the names that no database takes', () => {
    const odd = JSON.parse(
      '{"a\\u0000b":1,"_bsontype":"Long","__proto__":{"x":1},"ok":{"_bsontype":1,"y":2}}',
    );
    expect(storable(odd)).toEqual({ ok: { y: 2 } });
    expect(Object.getPrototypeOf(storable(odd))).toBe(Object.prototype);
  });

  test('keeps what names with a dollar mean, under names that are no operators', () => {
    expect(storable({ $ref: 'x', list: [{ $gt: 1 }] })).toEqual({ _ref: 'x', list: [{ _gt: 1 }] });
  });

  test('is cut where it nests too deep, however deep that is', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(JSON.stringify(storable(deep)).length).toBeLessThan(200);
  });
});
