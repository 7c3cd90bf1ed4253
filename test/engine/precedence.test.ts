import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { front, says, talkTo, why } from './talk.ts';
import { type Drawing, NUMBER, worldOf } from './world.ts';

const keyword = (params: JsonObject, order = 0): Drawing => ({
  order,
  nodes: { start: ['keyword', params], ask: ['ask', { question: '?', saveAs: 'x' }] },
  edges: ['start.next ask'],
});
const trigger = (type: string, params: JsonObject = {}): Drawing => ({
  nodes: { start: [type, params], ask: ['ask', { question: '?', saveAs: 'x' }] },
  edges: ['start.next ask'],
});

type Case = readonly [sentence: string, winner: Drawing, loser: Drawing, text: string, because: string];

const price = ['price'];
const cases: readonly Case[] = [
  [
    'a limited number beats a limited tag',
    keyword({ keywords: price, numbers: [NUMBER] }),
    keyword({ keywords: price, tags: ['vip'], how: 'only' }),
    'price',
    'which beats loser because it is limited to this number',
  ],
  [
    'a limited number and tag beat a limited number',
    keyword({ keywords: price, numbers: [NUMBER], tags: ['vip'] }),
    keyword({ keywords: price, numbers: [NUMBER] }),
    'price',
    'which beats loser because it is limited to this tag',
  ],
  [
    'a limited tag beats none, however close',
    keyword({ keywords: price, tags: ['vip', 'other'] }),
    keyword({ keywords: ['price list'], how: 'only' }),
    'price list',
    'which beats loser because it is limited to this tag',
  ],
  [
    'the whole message beats its beginning',
    keyword({ keywords: price, how: 'only' }, 9),
    keyword({ keywords: price, how: 'begins' }),
    'Price!',
    'which beats loser because the whole message is closer than the beginning of the message',
  ],
  [
    'the beginning beats a word, even a longer one',
    keyword({ keywords: price, how: 'begins' }, 9),
    keyword({ keywords: ['price of pizza'] }),
    'price of pizza',
    'which beats loser because the beginning of the message is closer than a word in the message',
  ],
  [
    'a word beats a pattern',
    keyword({ keywords: price }, 9),
    keyword({ keywords: ['pri.e'], how: 'pattern' }),
    'the price',
    'which beats loser because a word in the message is closer than a pattern',
  ],
  [
    'a pattern beats a first message',
    keyword({ keywords: ['pri.e'], how: 'pattern' }, 9),
    trigger('first-message'),
    'the price',
    'which beats loser because a pattern is closer than a first message',
  ],
  [
    'a first message beats any message',
    trigger('first-message'),
    trigger('any-message'),
    'the price',
    'which beats loser because a first message is closer than any message',
  ],
  [
    'a longer word beats a shorter one',
    keyword({ keywords: ['x', 'price list'] }, 9),
    keyword({ keywords: price }),
    'the price list',
    'which beats loser because its word is longer',
  ],
  [
    'what is folded away does not make a word longer',
    keyword({ keywords: ['price'] }, 9),
    keyword({ keywords: ['p!!!!!r'] }),
    'p r price',
    'which beats loser because its word is longer',
  ],
  [
    "the admin's order decides between equals",
    keyword({ keywords: price }, 1),
    keyword({ keywords: ['pricè'] }, 2),
    'price',
    "which comes before loser in the admin's order",
  ],
];

describe('between two triggers that match', () => {
  test.each(cases)('%s', (_, winner, loser, text, because) => {
    for (const flows of [
      { winner, loser },
      { loser, winner },
    ]) {
      const talk = talkTo(worldOf(flows), { tags: ['vip'] });
      says(talk, text);
      expect(front(talk)).toBe('winner');
      expect(why(talk)).toContain(`${because}.`);
    }
  });

  test.each([
    ['another number', { numbers: ['n2'] }],
    ['a tag the contact has not', { tags: ['vip'] }],
  ])('one that is limited to %s does not match', (_, scope) => {
    const talk = talkTo(worldOf({ limited: keyword({ keywords: price, ...scope }) }));
    says(talk, 'price');
    expect(talk.last.decision?.to).toBe('nobody');
  });

  test('the flows of a number are those of its plan', () => {
    const world = worldOf(
      { one: keyword({ keywords: price }, 2), two: keyword({ keywords: price }, 1) },
      { numbers: [{ id: NUMBER, flows: ['one'] }] },
    );
    const [here, elsewhere] = [talkTo(world), talkTo(world, {}, 'n2')];
    says(here, 'price');
    says(elsewhere, 'price');
    expect([front(here), front(elsewhere)]).toEqual(['one', 'two']);
  });

  test('an interrupt names what it beats', () => {
    const interrupting = (order: number) => keyword({ keywords: price, interrupts: true }, order);
    const talk = talkTo(worldOf({ a: interrupting(1), b: interrupting(2), c: keyword({ keywords: price }) }));
    says(talk, 'price');
    says(talk, 'price');
    expect(why(talk)).toBe(
      `Matched "price" of a, which may interrupt and comes before b in the admin's order.`,
    );
  });

  test('a trigger without a word is named by what it listens for', () => {
    const talk = talkTo(worldOf({ a: trigger('any-message') }));
    says(talk, 'price');
    expect(why(talk)).toBe('Matched any message of a.');
  });
});
