import { describe, expect, test } from 'vitest';
import type { Json } from '../../nodes/contract/json.ts';
import { get, type Node, on, say, set } from './nodes.ts';
import { answers, owner, says, talkTo } from './talk.ts';
import { type Drawing, worldOf } from './world.ts';

/** A flow that does something over and over. */
const circle = (again: Node): Drawing => ({
  nodes: { start: on('go'), first: set('x', '0123456789'), again },
  edges: ['start.next first', 'first.next again', 'again.next again'],
});
const calculate = (expression: Json): Node => ['set-variable', { assignments: [{ name: 'x', expression }] }];

describe('a flow that asks for more and more ends with a sentence', () => {
  test.each<[string, Node, RegExp]>([
    [
      'a text of itself',
      set('x', '{{ x }}{{ x }}'),
      /^failed: Set variables: a text cannot be filled: .*long/,
    ],
    ['a filtered text of itself', set('x', '{{ x | append: x }}'), /^failed: .*a text cannot be filled/],
    [
      'a looped text of itself',
      set('x', '{% for i in (1..9) %}{{ x }}{% endfor %}'),
      /^failed: .*a text cannot be filled/,
    ],
    [
      'a calculation of itself',
      calculate({ cat: [{ var: 'x' }, { var: 'x' }] }),
      /^failed: .*too much to work out/,
    ],
    ['a list of itself', calculate({ merge: [{ var: 'x' }, { var: 'x' }] }), /^failed: /],
    ['everything it knows', calculate({ var: '' }), /^failed: .*remembers more than/],
    ['a message of all that', say('{{ x }}{{ x }}'), /^failed: .*200 boxes/],
  ])('%s', (_, node, sentence) => {
    const talk = talkTo(worldOf({ go: circle(node) }));
    says(talk, 'go');
    expect(talk.ended[0]).toMatch(sentence);
    expect(owner(talk)).toBe('queue');
    expect(JSON.stringify(talk.conversation).length).toBeLessThan(10_000);
  });

  test('an answer of the outside too large to remember', () => {
    const fetch: Node = ['http-request', { method: 'GET', url: 'https://x.test', saveAs: 'a' }];
    const again: Node = ['http-request', { method: 'GET', url: 'https://x.test', saveAs: 'b' }];
    const talk = talkTo(
      worldOf({
        go: {
          nodes: { start: on('go'), fetch, again, get },
          edges: ['start.next fetch', 'fetch.ok again', 'again.ok get'],
        },
      }),
    );
    says(talk, 'go');
    answers(talk, 'x'.repeat(150_000));
    expect(talk.ended).toEqual([]);
    answers(talk, 'x'.repeat(150_000));
    expect(talk.ended[0]).toBe(
      'failed: Ask another system: the session remembers more than 250000 characters in its variables',
    );
  });
});
