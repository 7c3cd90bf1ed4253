import { expect, test } from 'vitest';
import { chatText, momentAt, NOBODY, partsOf, saidLine, tapLine } from '../../editor/rehearsal/chat-text.ts';
import { litBy, restOf } from '../../editor/rehearsal/lit.ts';
import { reasonsTh } from '../../editor/rehearsal/reasons-th.ts';
import {
  beginRehearsal,
  isPlaying,
  lookedAt,
  type RehearsalAction,
  rehearsalAfter,
} from '../../editor/rehearsal/rehearsal-state.ts';
import { sayReason } from '../../editor/rehearsal/say.ts';
import { shortDiff } from '../../editor/rehearsal/short-diff.ts';
import { spanOf } from '../../editor/rehearsal/thread.ts';
import { sessionsAt } from '../../editor/rehearsal/variables.ts';
import type { Rehearsal } from '../../server/api/contract.ts';
import { parseChat } from '../../server/rehearsal/parse-chat.ts';
import { parseSpan } from '../../server/rehearsal/span.ts';

const start = { day: '2026-03-02', time: '10:00', zone: 'Asia/Bangkok' };
const after = (...actions: readonly RehearsalAction[]) =>
  actions.reduce(rehearsalAfter, beginRehearsal(start));
const say = (line: string): RehearsalAction => ({ type: 'say', line });
const answer = (steps: number): Rehearsal => ({
  ...{ chat: '', problems: [], at: 0, timeZone: 'UTC', openings: [] },
  steps: Array.from({ length: steps }, () => step({})),
});

const step = (change: Partial<Rehearsal['steps'][number]>): Rehearsal['steps'][number] => ({
  ...{ line: '< x', isOwn: true, at: 0, wrote: [], happened: [], messages: [], sessions: [] },
  ...{
    contact: { id: 'c', address: 'c', tags: [], fields: {} },
    changed: [],
    owner: { is: 'bot' },
    queued: 0,
    open: [],
  },
  ...change,
});

test('what is put in is a chat that the server reads', () => {
  const { contact, lines, ...rest } = after(say(saidLine('two\nlines')), say(tapLine('Yes', 2)));
  const text = chatText({
    ...rest,
    lines,
    contact: { ...contact, tags: ['vip'], fields: { city: 'Bangkok' } },
    number: '100',
  });
  const read = parseChat(text);
  expect(read.lines.filter(({ problem }) => problem)).toEqual([]);
  expect(read.setting).toMatchObject({
    timeZone: 'Asia/Bangkok',
    number: { id: '100' },
    contact: { tags: ['vip'], fields: { city: 'Bangkok' } },
  });
  expect(read.lines.flatMap(({ deed }) => deed ?? [])).toEqual([
    { does: 'write', content: { kind: 'text', text: 'two\nlines' } },
    { does: 'tap', label: 'Yes', back: 2 },
  ]);
});

test('a chat that is opened keeps what the panel does not edit, and forgets what we said', () => {
  const text = [
    ...[
      '# A test.',
      'contact {"name": "Tom"}',
      'at 2026-03-07 14:05 UTC',
      'number {"id": "1", "flows": ["a"]}',
    ],
    ...['calendar {"id": "office"}', '', '< two', '  lines', '> Hello', '  there', '~ 3d', '= completed'],
  ].join('\n');
  const parts = partsOf(text, { start });
  expect(parts).toEqual({
    contact: { ...NOBODY, name: 'Tom' },
    start: { day: '2026-03-07', time: '14:05', zone: 'UTC' },
    extras: ['# A test.', 'number {"id": "1", "flows": ["a"]}', 'calendar {"id": "office"}'],
    lines: ['< two\n  lines', '~ 3d'],
  });
  expect(partsOf('contact {broken\n\n< hi', { start })).toMatchObject({
    extras: ['contact {broken'],
    lines: ['< hi'],
  });
});

test('every deed is played anew; going back and starting again are only other chats', () => {
  const two = after(say('< a'), say('< b'));
  expect([two.lines, isPlaying(two)]).toEqual([['< a', '< b'], true]);
  expect(rehearsalAfter(two, { type: 'back' }).lines).toEqual(['< a']);
  expect(rehearsalAfter(two, { type: 'restart' }).lines).toEqual([]);
  expect(rehearsalAfter(after(), { type: 'back' }).turn).toBe(after().turn);
});

test('an answer that comes late is left; a step that is looked at stays until something new is said', () => {
  const asked = after(say('< a'), say('< b'));
  const late = rehearsalAfter(asked, { type: 'played', turn: asked.turn - 1, answer: answer(1) });
  expect(late).toBe(asked);
  const played = rehearsalAfter(asked, { type: 'played', turn: asked.turn, answer: answer(2) });
  expect([isPlaying(played), lookedAt(played)]).toEqual([false, 1]);
  const looking = rehearsalAfter(played, { type: 'choose', step: 0 });
  expect(lookedAt(looking)).toBe(0);
  expect(rehearsalAfter(looking, say('< c')).chosen).toBeUndefined();
});

test('a change of the draft plays the same chat again and says so; a failure can be tried again', () => {
  const played = (state: ReturnType<typeof after>) =>
    rehearsalAfter(state, { type: 'played', turn: state.turn, answer: answer(1) });
  const again = played(rehearsalAfter(played(after(say('< a'))), { type: 'draftChanged' }));
  expect([again.replays, again.lines]).toEqual([1, ['< a']]);
  expect(rehearsalAfter(again, say('< b')).replays).toBe(0);
  const failed = rehearsalAfter(again, { type: 'draftChanged' });
  const told = rehearsalAfter(failed, { type: 'failed', turn: failed.turn, error: new Error('away') });
  expect(told.error?.message).toBe('away');
  expect(played(rehearsalAfter(told, { type: 'draftChanged' })).error).toBeUndefined();
});

test('a step lights its way in the flow that is open, and no other', () => {
  const ref = { id: 'f', version: 1 };
  const path = [
    { flow: ref, node: 'a', port: 'next' },
    { flow: { id: 'g', version: 1 }, node: 'z', port: 'next' },
    { flow: ref, node: 'b' },
  ];
  const event = { type: 'timerFired', effect: 'x', id: 'e', at: 0 } as const;
  const passed = step({ happened: [{ event, path, visited: [], effects: [], ended: [] }] });
  const lit = litBy('f', { nodes: [], edges: [{ from: 'a', port: 'next', to: 'b' }] }, passed);
  expect([[...lit.nodes], [...lit.edges]]).toEqual([['a', 'b'], ['a next']]);
  expect(restOf('f', passed)).toBe('b');
  expect(litBy('f', { nodes: [], edges: [] }, undefined).nodes.size).toBe(0);
});

test('variables are put together from what each step changed', () => {
  const session = {
    id: 's',
    flow: { id: 'f', version: 1 },
    name: 'F',
    state: 'front',
    timers: [],
    unset: [],
  } as const;
  const steps = [
    step({ sessions: [{ ...session, set: { a: 1, b: 2 } }] }),
    step({ sessions: [{ ...session, set: { a: 3 }, unset: ['b'] }] }),
  ];
  expect(sessionsAt(steps, 1)[0]?.variables).toEqual([{ name: 'a', value: 3, before: 1, isChanged: true }]);
  expect(sessionsAt(steps, 0)[0]?.variables.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('moments and spans are written as chats read them', () => {
  expect(momentAt(Date.UTC(2026, 2, 2, 20), 'Asia/Bangkok')).toEqual({
    day: '2026-03-03',
    time: '03:00',
    zone: 'Asia/Bangkok',
  });
  for (const ms of [1, 1_000, 90_000, 86_400_000 + 3_600_000]) {
    expect(parseSpan(spanOf(ms))).toBeGreaterThanOrEqual(ms);
    expect(parseSpan(spanOf(ms))).toBeLessThan(ms + 1_000);
  }
});

test('a long part that is the same is one line', () => {
  const same = Array.from({ length: 9 }, (_, i) => ({ mark: ' ', line: `${i}` }) as const);
  const diff = shortDiff([...same, { mark: '-', line: 'old' }, ...same]);
  expect(diff.map(({ line }) => line)).toEqual(['…', '7', '8', 'old', '0', '1', '…']);
});

const sources = import.meta.glob<string>(['../../nodes/**/*.ts', '../../server/rehearsal/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

test('every reason that a node can give is there in Thai, with the same holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).sort();
  const said = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/reason\(\s*(?:[\w.]+ \? )?(?:'([^'\n]+)'|"([^"\n]+)")/g)].map(
      ([, single, double]) => single ?? double ?? '',
    ),
  );
  expect(said.length).toBeGreaterThan(25);
  for (const says of said) expect([says, holes(reasonsTh[says] ?? '')]).toEqual([says, holes(says)]);
  for (const [says, th] of Object.entries(reasonsTh)) expect([says, holes(th)]).toEqual([says, holes(says)]);
});

test('values stand in a sentence as each reader writes them', () => {
  const t = (key: string) => key;
  const more = {
    says: '{what} is {value}, which is more than {other}',
    values: { what: 'total', value: 1250, other: 1000 },
  };
  expect(sayReason(more, { language: 'en', locale: 'en', t })).toBe(
    'total is 1,250, which is more than 1,000',
  );
  const waits = { says: 'Nobody answered within {after}', values: { after: '2h' } };
  expect(sayReason(waits, { language: 'en', locale: 'en', t })).toBe('Nobody answered within 2 hours');
  const due = {
    says: 'It waits until {due}',
    values: { due: { at: Date.UTC(2026, 2, 2, 2), zone: 'Asia/Bangkok' } },
  };
  expect(sayReason(due, { language: 'th', locale: 'th', t })).toContain('09:00');
});
