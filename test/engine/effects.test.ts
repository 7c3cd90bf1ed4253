import { describe, expect, test } from 'vitest';
import { ask, call, fails, get, on, say } from './nodes.ts';
import { answers, happen, idOf, originOf, pass, says, talkTo } from './talk.ts';
import { type Drawing, HOUR, saying, versionOf, worldOf, worldWith } from './world.ts';

describe('effects', () => {
  test('are numbered through an event, also when a fallback flow takes over', () => {
    const broken: Drawing = {
      onFailure: { flow: 'sorry' },
      nodes: { start: on('go'), one: say('one'), wait: fails },
      edges: ['start.next one', 'one.next wait'],
    };
    const talk = talkTo(worldOf({ broken, sorry: saying('sorry: {{ failure }}', ['x']) }));
    happen(talk, { type: 'messageReceived', message: { id: 'm', kind: 'text', text: 'go' } }, 'E');
    expect(talk.last.effects).toMatchObject([
      { id: 'E/0', message: { text: 'one' } },
      { id: 'E/1', message: { text: expect.stringMatching(/^sorry: .*calendar/) } },
    ]);
    expect(talk.last.ended.map(({ why }) => why)).toEqual(['completed', 'failed'].toReversed());
  });

  test('a fallback flow that fails, too, leaves the conversation to people', () => {
    const failing = (onFailure: Drawing['onFailure'], word: string): Drawing => ({
      ...(onFailure && { onFailure }),
      nodes: { start: on(word), wait: fails },
      edges: ['start.next wait'],
    });
    const talk = talkTo(
      worldOf({ a: failing({ flow: 'b' }, 'go'), b: failing({ flow: 'a', team: 'sales' }, 'x') }),
    );
    says(talk, 'go');
    expect(talk.last.ended).toHaveLength(2);
    expect(talk.conversation.owner).toMatchObject({ is: 'queue', team: 'sales' });
  });

  test('the fallback of the flow that called counts when the called one has none', () => {
    const outer: Drawing = {
      onFailure: { team: 'sales' },
      nodes: { start: on('go'), sub: call('spin'), end: ['end'] },
      edges: ['start.next sub', 'sub.completed end'],
    };
    const spin: Drawing = { nodes: { start: on('spin'), a: say('a') }, edges: ['start.next a', 'a.next a'] };
    const talk = talkTo(worldOf({ outer, spin }));
    says(talk, 'go');
    expect(talk.conversation.owner).toMatchObject({ is: 'queue', team: 'sales' });
  });

  test('keep short ids, however long one thing has led to another', () => {
    const daily: Drawing = {
      nodes: {
        start: on('daily'),
        wait: ['wait', { mode: 'for', duration: '1h' }],
        get,
      },
      edges: ['start.next wait', 'wait.next get', 'get.ok wait'],
    };
    const talk = talkTo(worldOf({ daily }));
    says(talk, 'daily');
    for (let i = 0; i < 100; i += 1) {
      pass(talk, HOUR);
      const effect = idOf(talk, 'httpRequest');
      happen(talk, { type: 'httpAnswered', effect, status: 200, body: null }, `${effect}/answer`);
    }
    expect(talk.ended).toEqual([]);
    expect(Math.max(...talk.effects.map(({ id }) => id.length))).toBeLessThan(200);
  });

  test('a question carries where its taps lead', () => {
    const talk = talkTo(
      worldWith([
        versionOf(
          'menu',
          {
            nodes: { start: on('go'), q: ['choices', { text: '?', options: [{ id: 'a', label: 'A' }] }] },
            edges: ['start.next q'],
          },
          7,
        ),
      ]),
    );
    says(talk, 'go');
    expect(originOf(talk)).toEqual({ flow: 'menu', version: 7, node: 'q' });
  });

  test('an answer that comes too late finds nobody waiting', () => {
    const late: Drawing = {
      nodes: {
        start: on('get'),
        get,
        q: ask('?', 'x'),
      },
      edges: ['start.next get', 'get.ok q'],
    };
    const talk = talkTo(worldOf({ late }));
    says(talk, 'get');
    answers(talk);
    const before = talk.conversation;
    answers(talk);
    expect({ ...talk.conversation, seen: [] }).toEqual({ ...before, seen: [] });
  });
});
