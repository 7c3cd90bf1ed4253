import { expect, test } from 'vitest';
import { translate } from '../../editor/lib/language.tsx';
import { lapse, shownContact, storyOf } from '../../editor/live/sentences.ts';
import type { JournalEntry } from '../../server/api/contract.ts';

const t = translate('en');
const flow = { id: 'sales', version: 1 };
const entry: JournalEntry = {
  ...{ id: 'e', at: 1, conversation: 'n:k', number: 'n', contact: 'k', to: 'start' },
  because: 'Matched "price" of Sales.',
  event: {
    ...{ id: 'e', at: 1, type: 'messageReceived' },
    message: { id: 'm', kind: 'text', text: 'price?' },
  },
  path: [{ flow, node: 'ask' }],
  effects: [
    {
      ...{ id: 'e/1', type: 'sendMessage' },
      message: { kind: 'choices', text: 'Which?', options: [{ id: 'a', label: 'Curtains' }] },
    },
    { id: 'e/2', type: 'handOver', note: 'Wants prices', priority: 'normal' },
    { id: 'e/3', type: 'reachGoal', goal: 'asked' },
  ],
  ended: [{ session: 's', flow, why: 'failed', detail: 'The shop is down.' }],
};

test('an entry is told from who wrote to how it ended', () => {
  expect(storyOf(entry, 'Ana', t)).toEqual({
    headline: 'Ana wrote',
    quote: 'price?',
    because: 'Matched "price" of Sales.',
    way: [{ flow, node: 'ask' }],
    sent: ['Which? [Curtains]'],
    notes: [
      { text: 'Handed over to people: Wants prices' },
      { text: 'Goal reached: asked' },
      { text: 'The flow failed: The shop is down.', isBad: true },
    ],
  });
});

test('every kind of event has a sentence, in both languages', () => {
  const at = { id: 'e', at: 1 };
  const events: readonly JournalEntry['event'][] = [
    { ...at, type: 'messageReceived', message: { id: 'm', kind: 'unsupported', what: 'poll' } },
    { ...at, type: 'timerFired', effect: 'x' },
    { ...at, type: 'httpAnswered', effect: 'x', status: 200, body: null },
    { ...at, type: 'crmAnswered', effect: 'x', record: null },
    { ...at, type: 'agentClaimed', agent: 'Mali' },
    { ...at, type: 'agentWrote', agent: 'Mali', message: { kind: 'text', text: 'Hi' } },
    { ...at, type: 'agentReleased', effect: 'x', how: 'resolved' },
    { ...at, type: 'effectFailed', effect: 'x', code: 'timeout', reason: 'It took too long.' },
    { ...at, type: 'flowRequested', flow: 'sales' },
    { ...at, type: 'flowMoved', flow: 'sales', to: 4, how: 'move' },
    { ...at, type: 'flowMoved', flow: 'sales', to: 4, how: 'restart' },
  ];
  for (const language of ['en', 'th'] as const)
    for (const event of events) {
      const { headline } = storyOf({ ...entry, event }, 'Ana', translate(language));
      expect(headline).toContain('Ana');
      expect(headline).not.toContain('{');
    }
});

test('numbers and times are written as people write them', () => {
  expect([shownContact('66812345678'), shownContact('US.123')]).toEqual(['+66812345678', 'US.123']);
  expect([lapse(5_000, t), lapse(125_000, t), lapse(7_300_000, t)]).toEqual(['a moment', '2 min', '2 h']);
});
