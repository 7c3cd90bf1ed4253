import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { type Node, on } from './nodes.ts';
import { happen, pass, says, talkTo } from './talk.ts';
import { type Drawing, HOUR, worldOf } from './world.ts';

const DAY = 24 * HOUR;
const fallback = { name: 'hello_again', language: 'en', body: ['{{ contact.name }}'] };

/** Says something after a while. */
const later = (duration: string, node: Node, edges: readonly string[] = []): Drawing => ({
  nodes: {
    start: on('go'),
    wait: ['wait', { mode: 'for', duration }],
    node,
    over: ['goal', { goal: 'window was closed' }],
    next: ['goal', { goal: 'next' }],
  },
  edges: ['start.next wait', 'wait.next node', ...edges],
});
const bubbles = (extra: JsonObject = {}): Node => [
  'send-message',
  { messages: [{ text: 'one' }, { text: 'two' }], ...extra },
];
const goals = (talk: ReturnType<typeof talkTo>) =>
  talk.effects.flatMap((effect) => (effect.type === 'reachGoal' ? [effect.goal] : []));

describe('outside the 24-hour window', () => {
  test('nothing changes until the very moment it closes', () => {
    const talk = talkTo(worldOf({ go: later('86399s', bubbles()) }));
    says(talk, 'go');
    expect(pass(talk, DAY)).toEqual(['one', 'two']);
  });

  test('the fallback template is sent, once and filled, and the flow goes on', () => {
    const talk = talkTo(worldOf({ go: later('1d', bubbles({ fallback }), ['node.next next']) }));
    says(talk, 'go');
    expect(pass(talk, DAY)).toEqual(['template hello_again']);
    expect(talk.last.effects[0]).toMatchObject({ message: { kind: 'template', body: ['Ana'] } });
    expect(goals(talk)).toEqual(['next']);
  });

  test('without a template the node leaves by "window closed", having said nothing', () => {
    const talk = talkTo(
      worldOf({ go: later('1d', bubbles(), ['node.next next', 'node.windowClosed over']) }),
    );
    says(talk, 'go');
    expect(pass(talk, DAY)).toEqual([]);
    expect(goals(talk)).toEqual(['window was closed']);
  });

  test('with that port undrawn the session fails with a sentence', () => {
    const talk = talkTo(worldOf({ go: later('1d', bubbles(), ['node.next next']) }));
    says(talk, 'go');
    pass(talk, DAY);
    expect(talk.ended).toEqual(['failed: Send message: left by "24 hours are over", which leads nowhere']);
  });

  test('a question is asked as a template and waits for its answer', () => {
    const question: Node = ['ask', { question: 'Name?', saveAs: 'name', fallback }];
    const talk = talkTo(worldOf({ go: later('1d', question, ['node.answered next']) }));
    says(talk, 'go');
    expect(pass(talk, DAY)).toEqual(['template hello_again']);
    says(talk, 'Ana');
    expect(goals(talk)).toEqual(['next']);
  });

  test('a reminder that comes too late leaves by "window closed" and sets no further timer', () => {
    const question: Node = [
      'ask',
      {
        question: 'Name?',
        saveAs: 'x',
        noReply: { after: '2d', reminders: [{ after: '1d', text: 'Well?' }] },
      },
    ];
    const drawing = later('1s', question, ['node.windowClosed over', 'node.noReply next']);
    const talk = talkTo(worldOf({ go: drawing }));
    says(talk, 'go');
    expect(pass(talk, 4 * DAY)).toEqual(['Name?']);
    expect(goals(talk)).toEqual(['window was closed']);
  });

  test('what is not a message happens all the same', () => {
    const talk = talkTo(worldOf({ go: later('3d', ['tag', { add: ['vip'] }]) }));
    says(talk, 'go');
    pass(talk, 3 * DAY);
    expect(talk.contact.tags).toEqual(['vip']);
  });

  test('somebody who has never written gets the template only', () => {
    const flow: Drawing = {
      nodes: { start: on('go'), node: bubbles({ fallback }) },
      edges: ['start.next node'],
    };
    const talk = talkTo(worldOf({ go: flow }));
    happen(talk, { type: 'flowRequested', flow: 'go' });
    expect(talk.last.effects).toMatchObject([{ message: { kind: 'template', name: 'hello_again' } }]);
  });

  test('a message of the contact opens it again, counted from when it was sent', () => {
    const talk = talkTo(worldOf({ go: later('23h', bubbles(), ['node.windowClosed over']) }));
    const message = { id: 'm', kind: 'text', text: 'go' } as const;
    happen(talk, { type: 'messageReceived', message, sentAt: talk.now - 2 * HOUR });
    expect(pass(talk, DAY)).toEqual([]);
    says(talk, 'go');
    expect(pass(talk, DAY)).toEqual(['one', 'two']);
  });
});
