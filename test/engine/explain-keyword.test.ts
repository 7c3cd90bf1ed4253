import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeywordMatch, matchKeyword } from '../../nodes/contract/keywords.ts';
import { explainKeyword } from '../../server/engine/explain-keyword.ts';

test.each<[readonly string[], KeywordMatch, string, object]>([
  [['price'], 'word', 'The PRICE, please!', { matches: true, keyword: 'price', found: 'price' }],
  [['price', 'price list'], 'word', 'price list?', { matches: true, keyword: 'price list' }],
  [['ราคา'], 'word', 'ราคาเท่าไหร่', { matches: true, keyword: 'ราคา' }],
  [['order (\\d+)'], 'pattern', 'my order 4711', { matches: true, found: '4711' }],
  [['price'], 'only', 'the price please', { matches: false, why: 'moreWords', keyword: 'price' }],
  [['price'], 'begins', 'the price please', { matches: false, why: 'notAtStart', keyword: 'price' }],
  [['rice'], 'word', 'the price please', { matches: false, why: 'insideWord', found: 'price' }],
  [['price'], 'word', 'the pirce please', { matches: false, why: 'spelling', found: 'pirce' }],
  [['price'], 'word', 'hello', { matches: false, why: 'none' }],
  [['price'], 'word', '👍', { matches: false, why: 'noWords' }],
  [['(('], 'pattern', 'x', { matches: false, why: 'badPattern', keyword: '((' }],
  [['a+'], 'pattern', 'x', { matches: false, why: 'none' }],
  [[], 'word', 'x', { matches: false, why: 'none' }],
])('%j %s %j', (keywords, how, text, verdict) => {
  expect(explainKeyword(keywords, how, text)).toMatchObject(verdict);
});

test('it never says anything else than what a trigger does', () => {
  const how = fc.constantFrom<KeywordMatch>('word', 'only', 'begins', 'pattern');
  const words = fc.array(fc.oneof(fc.constantFrom('price', 'ราคา', 'a', ''), fc.string({ maxLength: 8 })));
  const texts = fc.oneof(fc.constantFrom('price', 'the price', 'ราคาเท่าไหร่'), fc.string({ maxLength: 20 }));
  fc.assert(
    fc.property(words, how, texts, (keywords, match, text) => {
      const { matches } = explainKeyword(keywords, match, text);
      expect(matches).toBe(matchKeyword(keywords, match, text) !== undefined);
    }),
  );
});
