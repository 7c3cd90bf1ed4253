import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { behind, front, happen, idOf, originOf, owner, pass, says, talkTo, taps, why } from './talk.ts';
import { type Drawing, HOUR, MINUTE, saying, worldOf } from './world.ts';

const choices = (text: string, extra: JsonObject = {}): readonly [string, JsonObject] => [
  'choices',
  {
    text,
    options: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
    ...extra,
  },
];

/** Asks a question, and in an hour another one. */
const survey: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['survey'], saveAs: 'word' }],
    later: ['follow-up', { after: '1h', unlessAnswered: false }],
    now: choices('Happy?', { saveAs: 'happy' }),
    again: choices('Still happy about {{ message.text }}?'),
    thanks: ['send-message', { messages: [{ text: 'Thanks for {{ word }}.' }] }],
  },
  edges: ['start.next later', 'later.next now', 'later.due again', 'now.yes thanks', 'again.yes thanks'],
};
const name: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['name'] }],
    ask: ['ask', { question: 'Name?', saveAs: 'name' }],
    hello: ['send-message', { messages: [{ text: 'Hello {{ name }}.' }] }],
  },
  edges: ['start.next ask', 'ask.answered hello'],
};
const world = worldOf({ survey, name, hi: saying('hi') });

describe('a session that splits off', () => {
  test('waits behind while the flow goes on in front', () => {
    const talk = talkTo(world);
    expect(says(talk, 'survey')).toEqual(['Happy?']);
    expect([front(talk), behind(talk)]).toEqual(['survey', ['survey']]);
    expect(talk.conversation.background[0]?.id).not.toBe(talk.conversation.session?.id);
  });

  test('comes to the front when it asks something, and what was there comes back after it', () => {
    const talk = talkTo(world);
    says(talk, 'survey');
    expect(pass(talk, HOUR)).toEqual(['Still happy about survey?']);
    expect([front(talk), behind(talk)]).toEqual(['survey', ['survey']]);
    expect(says(talk, 'yes')).toEqual(['Thanks for survey.']);
    expect([front(talk), behind(talk), owner(talk)]).toEqual(['survey', [], 'bot']);
    expect(says(talk, 'yes')).toEqual(['Thanks for survey.']);
    expect(talk.ended).toEqual(['completed', 'completed']);
  });

  test('knows the variables and the message of the moment it split off', () => {
    const talk = talkTo(world);
    says(talk, 'survey');
    const [later] = talk.conversation.background;
    expect(later).toMatchObject({ vars: { word: 'survey' }, message: { text: 'survey' }, stack: [] });
  });

  test('leaves another flow alone until it has something to ask', () => {
    const talk = talkTo(world);
    says(talk, 'survey');
    says(talk, 'no');
    says(talk, 'name');
    pass(talk, HOUR);
    expect([front(talk), behind(talk)]).toEqual(['survey', ['name']]);
    expect(says(talk, 'no')).toEqual([]);
    expect(says(talk, 'Ana')).toEqual(['Hello Ana.']);
  });

  test('ends quietly when it has nothing to ask', () => {
    const nudge: Drawing = {
      nodes: {
        start: ['keyword', { keywords: ['nudge'] }],
        later: ['follow-up', { after: '1h', unlessAnswered: false }],
        say: ['send-message', { messages: [{ text: 'Still there?' }] }],
      },
      edges: ['start.next later', 'later.due say'],
    };
    const talk = talkTo(worldOf({ nudge, name }));
    says(talk, 'nudge');
    says(talk, 'name');
    expect(pass(talk, HOUR)).toEqual(['Still there?']);
    expect([front(talk), behind(talk)]).toEqual(['name', []]);
  });

  test('counts as a pause, so that circles of follow-ups end', () => {
    const circle: Drawing = {
      nodes: {
        start: ['keyword', { keywords: ['go'] }],
        later: ['follow-up', { after: '1m', unlessAnswered: false }],
      },
      edges: ['start.next later', 'later.due later'],
    };
    const talk = talkTo(worldOf({ circle }));
    says(talk, 'go');
    pass(talk, 600 * MINUTE);
    expect(talk.ended.at(-1)).toMatch(/^failed: Follow up: the session paused more than 500 times/);
    expect(behind(talk)).toEqual([]);
  });

  test('is one of twenty at most; the oldest is left', () => {
    const circle: Drawing = {
      nodes: {
        start: ['keyword', { keywords: ['go'] }],
        later: ['follow-up', { after: '1h', unlessAnswered: false }],
      },
      edges: ['start.next later', 'later.next later'],
    };
    const talk = talkTo(worldOf({ circle }));
    says(talk, 'go');
    expect(behind(talk)).toHaveLength(20);
    expect(talk.ended.filter((end) => end === 'left').length).toBeGreaterThan(100);
  });
});

describe('a session set aside', () => {
  test('is left when it waited for a reply, and waits behind when it waited for its moment', () => {
    const wait: Drawing = {
      nodes: {
        start: ['keyword', { keywords: ['wait'] }],
        wait: ['wait', { mode: 'for', duration: '2h' }],
        say: ['send-message', { messages: [{ text: 'Two hours later.' }] }],
      },
      edges: ['start.next wait', 'wait.next say'],
    };
    const talk = talkTo(worldOf({ wait, name }));
    says(talk, 'wait');
    says(talk, 'name');
    expect([front(talk), behind(talk), talk.ended]).toEqual(['name', ['wait'], []]);
    happen(talk, { type: 'flowRequested', flow: 'wait' });
    expect([front(talk), behind(talk), talk.ended]).toEqual(['wait', ['wait'], ['left']]);
    expect(pass(talk, 2 * HOUR)).toEqual(['Two hours later.', 'Two hours later.']);
    expect(owner(talk)).toBe('nobody');
  });

  test('comes to the front again when its own button is tapped', () => {
    const talk = talkTo(world);
    says(talk, 'survey');
    const origin = originOf(talk);
    pass(talk, HOUR);
    expect(taps(talk, 'yes', origin)).toEqual(['Thanks for survey.']);
    expect(why(talk)).toBe('The waiting question gets the answer.');
    expect(talk.ended).toEqual(['completed']);
    expect(says(talk, 'yes')).toEqual(['Thanks for survey.']);
    expect([front(talk), behind(talk)]).toEqual([undefined, []]);
  });
});

describe('a failure behind', () => {
  const nap = (onFailure: Drawing['onFailure']): Drawing => ({
    ...(onFailure && { onFailure }),
    nodes: {
      start: ['keyword', { keywords: ['nap'] }],
      later: ['follow-up', { after: '1h', unlessAnswered: false }],
      wait: ['wait', { mode: 'untilOpen', calendar: 'gone' }],
    },
    edges: ['start.next later', 'later.due wait'],
  });

  test('starts the fallback of its flow, and what was in front comes back after it', () => {
    const sorry = { ...name, nodes: { ...name.nodes, start: ['keyword', { keywords: ['sorry'] }] as const } };
    const talk = talkTo(worldOf({ nap: nap({ flow: 'sorry' }), name, sorry }));
    says(talk, 'nap');
    says(talk, 'name');
    expect(pass(talk, HOUR)).toEqual(['Name?']);
    expect([front(talk), behind(talk)]).toEqual(['sorry', ['name']]);
    expect(talk.conversation.session?.vars['failure']).toMatch(/calendar/);
    says(talk, 'Ana');
    expect(front(talk)).toBe('name');
  });

  test('gives the conversation to people', () => {
    const talk = talkTo(worldOf({ nap: nap({ team: 'sales' }) }));
    says(talk, 'nap');
    pass(talk, HOUR);
    expect(talk.conversation.owner).toMatchObject({ is: 'queue', team: 'sales' });
    expect(idOf(talk, 'handOver')).toBe('');
  });
});
