import { describe, expect, test } from 'vitest';
import { ask, call, on, say } from './nodes.ts';
import { happen, originOf, owner, says, talkTo, taps } from './talk.ts';
import { type Drawing, saying, versionOf, worldOf, worldWith } from './world.ts';

describe('versions', () => {
  const asking = (text: string, after: string): Drawing => ({
    nodes: {
      start: on('order'),
      q: ['choices', { text, options: [{ id: 'a', label: 'A' }], saveAs: 'x' }],
      sub: call('sub'),
      done: say(after),
    },
    edges: ['start.next q', 'q.a sub', 'sub.completed done'],
  });
  const v1 = versionOf('order', asking('One?', 'one {{ x }}'), 1);
  const v2 = versionOf('order', asking('Two?', 'two {{ x }}'), 2);
  const sub = (version: number) => versionOf('sub', saying(`sub ${version}`), version);

  test('a session keeps the version it began with; a flow it calls is the live one', () => {
    const talk = talkTo(worldWith([v1, sub(1)]));
    says(talk, 'order');
    talk.world = worldWith([v2, sub(2)], { older: [v1, sub(1)] });
    expect(says(talk, 'A')).toEqual(['sub 2', 'one A']);
    expect(says(talk, 'order')).toEqual(['Two?']);
  });

  test('an old button of another version goes on in that version', () => {
    const talk = talkTo(worldWith([v1, sub(1)]));
    says(talk, 'order');
    const origin = originOf(talk);
    says(talk, 'A');
    talk.world = worldWith([v2, sub(1)], { older: [v1] });
    expect(taps(talk, 'a', origin)).toEqual(['sub 1', 'one A']);
  });

  test('an old button of a version that is gone is an ordinary message', () => {
    const talk = talkTo(worldWith([v1, sub(1)]));
    says(talk, 'order');
    const origin = originOf(talk);
    says(talk, 'A');
    talk.world = worldWith([v2, sub(1)]);
    expect(taps(talk, 'a', origin)).toEqual([]);
    expect(talk.last.decision?.to).toBe('nobody');
  });

  test.each([
    ['version', worldWith([v2])],
    ['node', worldWith([versionOf('order', saying('hi', ['order']), 1)])],
  ])('a session whose %s is gone fails with a sentence instead of falling silent', (what, world) => {
    const talk = talkTo(worldWith([v1]));
    says(talk, 'order');
    talk.world = world;
    says(talk, 'A');
    expect(talk.ended[0]).toMatch(
      new RegExp(`^failed: .*no longer has .*${what === 'node' ? '"q"' : 'version 1'}`),
    );
    expect(owner(talk)).toBe('queue');
  });

  test('a caller that is gone fails with a sentence', () => {
    const outer: Drawing = {
      nodes: { start: on('outer'), sub: call('sub'), done: say('done') },
      edges: ['start.next sub', 'sub.completed done'],
    };
    const asked: Drawing = { nodes: { start: on('sub'), q: ask('Name?', 'name') }, edges: ['start.next q'] };
    const talk = talkTo(worldOf({ outer, sub: asked }));
    says(talk, 'outer');
    talk.world = worldOf({ sub: asked });
    says(talk, 'Ana');
    expect(talk.ended).toEqual(['failed: Ask: the flow that called this one is gone']);
  });
});

describe('a tap on an old button', () => {
  const menu: Drawing = {
    nodes: {
      start: on('menu'),
      name: ask('Name?', 'name'),
      q: [
        'choices',
        {
          text: 'What?',
          options: [
            { id: 'a', label: 'A' },
            { id: 'b', label: 'B' },
          ],
          saveAs: 'x',
        },
      ],
      more: ask('{{ name }}: {{ x }}?', 'y'),
    },
    edges: ['start.next name', 'name.answered q', 'q.a more', 'q.b more'],
  };

  test('keeps the variables of its own flow', () => {
    const talk = talkTo(worldOf({ menu }));
    says(talk, 'menu');
    says(talk, 'Ana');
    const origin = originOf(talk);
    expect(taps(talk, 'a', origin)).toEqual(['Ana: A?']);
    expect(taps(talk, 'b', origin)).toEqual(['Ana: B?']);
    expect(talk.ended).toEqual(['left']);
  });

  test('begins afresh from another flow', () => {
    const other: Drawing = {
      nodes: { start: on('other'), q: ask('Other?', 'name') },
      edges: ['start.next q'],
    };
    const talk = talkTo(worldOf({ menu, other }));
    says(talk, 'menu');
    says(talk, 'Ana');
    const origin = originOf(talk);
    says(talk, 'a');
    happen(talk, { type: 'flowRequested', flow: 'other' });
    expect(taps(talk, 'b', origin)).toEqual([': B?']);
  });
});
