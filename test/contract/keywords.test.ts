import { describe, expect, test } from 'vitest';
import {
  checkPattern,
  findPattern,
  fold,
  type KeywordMatch,
  matchKeyword,
} from '../../nodes/contract/keywords.ts';

type Row = readonly [keyword: string, text: string, matches: boolean];

const word: readonly Row[] = [
  // English
  ['price', 'What is the PRICE?', true],
  ['price', 'pricey', false],
  ['price', 'enterprice', false],
  ['price list', 'the price-list, please', true],
  ['price list', 'price of the list', false],
  ['Price', '*price*…', true],
  ['price', '#price', true],
  ['price', 'p.r.i.c.e', false],
  ['ok', '👍 ok 👍🏽', true],
  ['2 pm', 'at 2 PM', true],
  ['12', 'room 123', false],
  ['12', 'room 12', true],
  // accents, case, width, what is not seen
  ['café', 'CAFE', true],
  ['cafe', 'un Café noir', true],
  ['cafe', 'cafés', false],
  ['preço', 'qual o preco?', true],
  ['adresse', "l'adresse", true],
  ['straße', 'STRASSE', true],
  ['strasse', 'straße', true],
  ['İstanbul', 'istanbul', true],
  ['fiyat', 'FİYAT', true],
  ['price', 'ＰＲＩＣＥ', true],
  ['price', 'pri\u200bce', true],
  ['price', '\u202dprice', true],
  ['1', '①', true],
  ['цена', 'ЦЕНА?', true],
  ['ёлка', 'елка', true],
  ['и', 'й', false],
  // Thai: no blanks, marks in any order, digits of its own
  ['ราคา', 'ขอทราบราคาสินค้าหน่อยครับ', true],
  ['ราคา', 'ราคา', true],
  ['รา', 'ขอทราบราคา', false],
  ['ที่อยู่', 'ขอที่อยู่ร้าน', true],
  ['น้ำ', 'น\u0E4D\u0E49า', true],
  ['น้ำ', 'น\u0E49\u0E4Dา', true],
  ['ที่', 'ท\u0E48\u0E35', true],
  ['ที่', 'ท\u0E35\u0E48', true],
  ['แม่', 'เเม่', true],
  ['คู่', 'ค\u0E48\u0E39', true],
  ['โปรโมชั่น', 'มีโปรโมชั่นไหม', true],
  ['ไม่', 'ไม', false],
  ['42', 'ห้อง ๔๒', true],
  ['๔๒', '42', true],
  // Arabic and Devanagari
  ['السعر', 'كم السعر؟', true],
  ['سعر', 'سِعْر', true],
  ['احمد', 'أحمد', true],
  ['42', '٤٢', true],
  ['42', '۴۲', true],
  ['कीमत', 'इसकी कीमत क्या है?', true],
  ['42', '४२', true],
  // Japanese and Chinese
  ['料金', '料金を教えてください', true],
  ['配送', 'いつ配送されますか', true],
  ['価格', '料金を教えて', false],
  ['ガス', 'ｶﾞｽ', true],
  ['ガス', 'カス', false],
  ['かぎ', 'かき', false],
  ['パン', 'バン', false],
  ['价格', '请问价格多少', true],
  // Korean: particles are glued to the word
  ['가격', '가격이 얼마예요?', true],
  ['가격', '가격은요', true],
  ['가격', '제품가격', false],
  ['배송', '배송 언제 와요', true],
  // nothing to hold on to
  ['👍', '👍', false],
  ['?', 'what?', false],
  ['', 'anything', false],
];

const others: readonly (readonly [KeywordMatch, ...Row])[] = [
  ['only', 'price', 'Price!', true],
  ['only', 'price', 'the price', false],
  ['only', 'ราคา', ' ราคา? ', true],
  ['only', 'price list', 'PRICE  LIST', true],
  ['only', 'price list', 'pricelist', false],
  ['begins', 'price', 'price of tea', true],
  ['begins', 'price', '¿Price?', true],
  ['begins', 'price', 'the price', false],
  ['begins', 'price', 'prices', false],
  ['begins', 'ราคา', 'ราคาเท่าไหร่', true],
  ['begins', '가격', '가격이 얼마', true],
  ['pattern', '^order (\\d+)', 'Order 42 please', true],
  ['pattern', '^order (\\d+)', 'my order 42', false],
  ['pattern', 'pri[cz]e', 'the PRIZE', true],
  ['pattern', '(', 'a ( b', false],
  ['pattern', '(?<=x)y', 'xy', false],
];

describe('a keyword', () => {
  test.each(word)('%s as a word in "%s": %s', (keyword, text, matches) => {
    expect(matchKeyword([keyword], 'word', text)).toBe(matches ? keyword : undefined);
  });

  test.each(others)('%s: %s in "%s": %s', (how, keyword, text, matches) => {
    expect(matchKeyword([keyword], how, text)).toBe(matches ? keyword : undefined);
  });

  test('is told as the admin wrote it, the first that matches', () => {
    expect(matchKeyword(['Tea', 'Price', 'PRICE LIST'], 'word', 'the price list')).toBe('Price');
  });
});

describe('a pattern', () => {
  test.each([
    ['order (\\d+)', 'my Order 42, please', '42'],
    ['order \\d+', 'my Order 42, please', 'Order 42'],
    ['(x)?order', 'order', 'order'],
    ['order', 'nothing', undefined],
    ['(', '(', undefined],
  ])('%s finds in "%s" %s', (pattern, text, found) => {
    expect(findPattern(pattern, text)).toBe(found);
  });

  test('says what is wrong with it', () => {
    expect(checkPattern('pri[cz]e')).toBeUndefined();
    expect(checkPattern('(a')?.says).toMatch(/not closed/);
    expect(checkPattern('(?=a)')).toEqual({ says: '{what} is not allowed', values: { what: '(?=' } });
  });

  test.each(['(a+)+$', '(a|a)*$', '(.*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    '%s takes no time of its own',
    (pattern) => {
      const steps = (length: number) => {
        const before = performance.now();
        matchKeyword([pattern], 'pattern', `${'a'.repeat(length)}!`);
        return performance.now() - before;
      };
      steps(100);
      // A backtracking engine would not come back at all.
      expect(steps(4_000)).toBeLessThan(2_000);
    },
  );
});

test('folding twice is folding once', () => {
  for (const [keyword, text] of word) {
    expect(fold(fold(text))).toBe(fold(text));
    expect(fold(fold(keyword))).toBe(fold(keyword));
  }
});
