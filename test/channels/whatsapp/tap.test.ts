import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTap, encodeTap, MAX_REPLY_ID } from '../../../server/channels/whatsapp/tap.ts';
import { id } from './arbitrary.ts';

const origin = { flow: 'sales', version: 12, node: 'ask.name-1' };

describe('a tap', () => {
  test('comes back as it went', () => {
    const origins = fc.record({ flow: id, version: fc.nat({ max: 999_999_999 }), node: id });
    fc.assert(
      fc.property(id, origins, (option, from) => {
        expect(decodeTap(encodeTap({ option, origin: from }))).toEqual({ option, origin: from });
      }),
    );
  });

  test('without an origin is the plain option', () => {
    expect(encodeTap({ option: 'yes' })).toBe('yes');
    expect(decodeTap('yes')).toEqual({ option: 'yes' });
  });

  test('that would be too long leaves its origin behind', () => {
    const option = 'o'.repeat(MAX_REPLY_ID - 10);
    expect(encodeTap({ option, origin })).toBe(option);
  });

  test.each(['', 's1~', 's1~a~1~b', 's1~a~x~b~c', 's2~a~1~b~c', 's1~a~1~b~c~d', 's1~a b~1~c~d', '~~~~'])(
    'keeps the foreign id %j',
    (foreign) => {
      expect(decodeTap(foreign)).toEqual({ option: foreign });
    },
  );

  test('with an option of odd letters leaves its origin behind', () => {
    expect(encodeTap({ option: 'a~b', origin })).toBe('a~b');
    expect(encodeTap({ option: 'größe', origin })).toBe('größe');
  });
});
