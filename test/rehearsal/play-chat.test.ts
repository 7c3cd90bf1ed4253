import { expect, test } from 'vitest';
import { chatHolds, playChat } from '../../server/rehearsal/play-chat.ts';
import { castOf, flowOf } from './small-flow.ts';

const talk = castOf(
  flowOf('talk', [
    ['start', '*'],
    ['choose', 'Tea?'],
    ['say', 'Fine.'],
  ]),
);

const played = (cast: typeof talk, ...lines: readonly string[]) =>
  playChat(cast, lines.join('\n')).text.trimEnd().split('\n');

test('inputs are kept and outputs written anew', () => {
  const text = [
    ...['# Somebody wants tea.', 'contact {"name": "Ana"}', ''],
    ...['< hello', '> Tea? [Yes] [No]', '* timer 1h (reminder)', ''],
    ...['# A tap.', '< [Yes]', '> Fine.', '= completed', ''],
  ].join('\n');
  expect(playChat(talk, text).text).toBe(text);
  expect(playChat(talk, text.replace('> Fine.', '> Something else.\n  over two lines')).text).toBe(text);
  expect(chatHolds(playChat(talk, text), text)).toBe(true);
  expect(chatHolds(playChat(talk, text), text.replace('Fine', 'Good'))).toBe(false);
});

test('timers fire in their order, each at its own moment, while time passes', () => {
  expect(played(talk, '< hello', '~ 2h 30m', '~ 29m', '~ 1m')).toEqual([
    ...['< hello', '> Tea? [Yes] [No]', '* timer 1h (reminder)'],
    ...['~ 2h 30m', '> Still there?', '* timer 2h (no reply)', '~ 29m', '~ 1m', '= completed'],
  ]);
});

test('a timer whose question is answered wakes nobody', () => {
  expect(played(talk, '< hello', '< [No]', '~ 3d')).toEqual([
    ...['< hello', '> Tea? [Yes] [No]', '* timer 1h (reminder)', '< [No]', '> Fine.', '= completed', '~ 3d'],
  ]);
});

test('time passes until a wall time of the chat', () => {
  const moment = 'at 2026-03-02 10:00 Asia/Bangkok';
  expect(played(talk, moment, '< hello', '~ until 2026-03-02 10:59', '~ 2026-03-02 11:00').at(-2)).toBe(
    '> Still there?',
  );
  expect(played(talk, moment, '< hello', '~ until 2026-03-02 09:00').at(-1)).toBe(
    '! 2026-03-02 09:00 is over already',
  );
});

test('an old button leads to its own branch', () => {
  const two = castOf(
    flowOf('two', [
      ['start', '*'],
      ['choose', 'Tea?'],
      ['choose', 'Milk?'],
      ['say', 'Fine.'],
    ]),
  );
  expect(played(two, '< hello', '< [Yes]', '< [No] @2')).toEqual([
    ...[
      '< hello',
      '> Tea? [Yes] [No]',
      '* timer 1h (reminder)',
      '< [Yes]',
      '> Milk? [Yes] [No]',
      '* timer 1h (reminder)',
    ],
    ...['< [No] @2', '= left', '> Milk? [Yes] [No]', '* timer 1h (reminder)'],
  ]);
});

test('what is written while the outside is asked is taken up in order', () => {
  const asking = castOf(
    flowOf('ask', [
      ['start', '*'],
      ['fetch'],
      ['choose', '{{ answer }}?'],
      ['choose', 'Sure?'],
      ['say', 'Fine.'],
    ]),
  );
  expect(played(asking, '< hello', '< one', '< two', '~ 204')).toEqual([
    ...[
      '< hello',
      '* http GET https://shop.test/',
      '< one',
      '< two',
      '~ 204',
      '> 204? [Yes] [No]',
      '* timer 1h (reminder)',
    ],
    ...['> Sure? [Yes] [No]', '* timer 1h (reminder)', '> Fine.', '= completed'],
  ]);
});

test('the world answers the oldest open request of its kind', () => {
  const order = castOf(flowOf('order', [['start', '*'], ['lookup'], ['say', '{{ answer }}']]));
  expect(played(order, '< 4711', '~ record {"status": "sent"}').slice(1)).toEqual([
    ...['* crm order 4711', '~ record {"status": "sent"}', '> {"status":"sent"}', '= completed'],
  ]);
  expect(played(order, '< 4711', '~ no record').at(-2)).toBe('> null');
  expect(played(order, '< 4711', '~ timeout').at(-2)).toBe('> failed: timeout');
  expect(played(order, '< 4711', '~ 200 {}').at(-1)).toBe('! No HTTP request waits for an answer');
});

test('people take a conversation and give it back', () => {
  const people = castOf(flowOf('people', [['start', '*'], ['people'], ['say', '{{ answer }}']]));
  expect(played(people, '< help', '~ agent Mali takes it', '< thanks', '~ agent resolves')).toEqual([
    ...['< help', '* hand over to sales (high): wants a price', '~ agent Mali takes it', '< thanks'],
    ...['~ agent resolves', '> resolved', '= completed'],
  ]);
  expect(played(people, '< help', '~ nobody is there').at(-2)).toBe('> nobody');
  expect(played(people, '~ agent resolves').at(-1)).toBe('! nobody has the conversation but the bot');
});

test('a session of another flow ends by its name', () => {
  const other = flowOf('other', [
    ['start', 'else'],
    ['say', 'Other.'],
  ]);
  const both = castOf(
    flowOf('talk', [
      ['start', 'tea'],
      ['choose', 'Tea?'],
    ]),
    other,
  );
  expect(played(both, '< else').at(-1)).toBe('= completed (other)');
  expect(played(both, '< else', '~ flow other starts').slice(-2)).toEqual([
    '> Other.',
    '= completed (other)',
  ]);
  expect(played(both, '~ flow third starts').at(-1)).toBe('! there is no live flow "third"');
});

test('what cannot happen stands in the text, and such a chat never holds', () => {
  const text = played(talk, 'weather {"sunny": true}', '', '< [Yes]', '~ snow', 'hello', '< <song>');
  const sentences = text.filter((line) => line.startsWith('!'));
  expect(sentences).toHaveLength(5);
  expect(sentences[0]).toContain('a heading has no "weather"');
  expect(sentences[1]).toBe('! there is no question to tap "Yes" on');
  const whole = `${text.join('\n')}\n`;
  const again = playChat(talk, whole);
  expect(again.text).toBe(whole);
  expect(chatHolds(again, whole)).toBe(false);
});

test('an unknown option is answered with those there are', () => {
  expect(played(talk, '< hello', '< [Maybe]').at(-1)).toBe(
    '! no question there has the option "Maybe"; the latest has [Yes] [No]',
  );
});

test('an explanation says why a message went where it went, and is no part of the comparison', () => {
  const chat = '< hello\n> Tea? [Yes] [No]\n* timer 1h (reminder)\n';
  const told = playChat(talk, chat, { explains: true });
  expect(told.text).toContain('? Matched "*" of talk.');
  expect(chatHolds(told, chat)).toBe(true);
});

test('the journal says what happened, who got it and what followed, and survives storage', () => {
  const { journal, messages } = playChat(talk, '< hello\n< [Yes]\n');
  expect(journal.map(({ event, to }) => [event.id, to])).toEqual([
    ['e1', 'start'],
    ['e2', 'session'],
  ]);
  expect(journal[1]?.ended).toMatchObject([{ why: 'completed' }]);
  expect(messages.map(({ from }) => from)).toEqual(['contact', 'us', 'contact', 'us']);
  expect(JSON.parse(JSON.stringify({ journal, messages }))).toEqual({ journal, messages });
});
