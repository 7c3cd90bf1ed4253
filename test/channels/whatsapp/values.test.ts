import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../../server/channels/whatsapp/cut.ts';
import { isDeeperThan } from '../../../server/channels/whatsapp/depth.ts';
import { sign, verify } from '../../../server/channels/whatsapp/signature.ts';
import { label } from './arbitrary.ts';

describe('a signature', () => {
  const body = Buffer.from('{"text":"\\u00e9"}');

  test('is the one of the published example of HMAC-SHA256', () => {
    const text = Buffer.from('The quick brown fox jumps over the lazy dog');
    expect(sign(text, 'key')).toBe('sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8');
  });

  test('of any of our apps will do', () => {
    expect(verify(body, sign(body, 'two'), ['one', 'two'])).toBe(true);
    expect(verify(body, sign(body, 'two').toUpperCase().replace('SHA', 'sha'), ['two'])).toBe(true);
  });

  test.each([undefined, '', 'sha256=', 'sha256=zz', `sha1=${'a'.repeat(40)}`, `sha256=${'a'.repeat(64)}`])(
    '%j is none',
    (header) => {
      expect(verify(body, header, ['one'])).toBe(false);
    },
  );

  test('covers each byte', () => {
    expect(verify(Buffer.from('{"text":"é"}'), sign(body, 'one'), ['one'])).toBe(false);
  });

  test('needs a secret', () => {
    expect(verify(body, sign(body, ''), [''])).toBe(false);
    expect(verify(body, sign(body, ''), [])).toBe(false);
  });
});

describe('a cut', () => {
  test('fits, and leaves whole letters', () => {
    const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(label, fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) {
          expect(short).toBe(text);
          return;
        }
        const whole = [...letters.segment(text)].map(({ segment }) => segment);
        const kept = [...letters.segment(short.slice(0, -1))].map(({ segment }) => segment);
        expect(whole.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });

  test('takes a family as one letter', () => {
    expect(cut('ab👨‍👩‍👧‍👦cd', 12)).toBe('ab…');
    expect(cut('สวัสดีครับผม', 6)).toBe('สวัส…');
    expect(cut('สวัสดีครับผม', 7)).toBe('สวัสดี…');
  });
});

test('depth is counted outside of strings only', () => {
  const json = Buffer.from('{"a":[{"b":"[[[[\\"{{{"}]}');
  expect(isDeeperThan(json, 3)).toBe(false);
  expect(isDeeperThan(json, 2)).toBe(true);
  expect(isDeeperThan(Buffer.from('"open'), 0)).toBe(false);
});
