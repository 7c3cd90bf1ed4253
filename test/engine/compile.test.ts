import { describe, expect, test } from 'vitest';
import { compileWorld } from '../../server/engine/compile-world.ts';
import { on, say } from './nodes.ts';
import { says, talkTo } from './talk.ts';
import { saying, settings, types, versionOf } from './world.ts';

const good = versionOf('good', saying('hi'));
const parts = { types, calendars: [], numbers: [], settings: settings() };

describe('a live flow that cannot be run', () => {
  test.each([
    ['an unknown node type', { id: 'x', type: 'gone', v: 1, params: {} }, /unknown node type "gone"/],
    [
      'a text that cannot be read',
      { id: 'x', type: 'tag', v: 1, params: { add: ['{{ a | }}{% if %}'] } },
      /./,
    ],
    ['params that are no longer right', { id: 'x', type: 'keyword', v: 1, params: {} }, /./],
  ])('with %s is left out, and the others go on', (_, node, why) => {
    const bad = { ...good, flow: 'bad', graph: { nodes: [node], edges: [] } };
    const broken: string[] = [];
    const onBroken = ({ id, version }: { id: string; version: number }, error: unknown) =>
      void broken.push(`${id} ${version}: ${error}`);
    const world = compileWorld({ ...parts, live: [bad, good], onBroken });
    expect(broken).toEqual([expect.stringMatching(why)]);
    expect(broken[0]).toMatch(/^bad 1: /);
    expect(says(talkTo(world), 'hi')).toEqual(['hi']);
    expect(() => compileWorld({ ...parts, live: [bad, good] })).toThrow(why);
  });
});

test('params of an older node type are brought up to date', () => {
  const old = {
    id: 'q',
    type: 'ask',
    v: 1,
    params: { question: 'Name?', saveAs: 'x', giveUpAfterMinutes: 5 },
  };
  const drawn = versionOf('f', {
    nodes: { start: on('go'), bye: say('Bye.') },
    edges: ['start.next q', 'q.noReply bye'],
  });
  const graph = { ...drawn.graph, nodes: [...drawn.graph.nodes, old] };
  const talk = talkTo(compileWorld({ ...parts, live: [{ ...drawn, graph }] }));
  says(talk, 'go');
  expect(talk.effects).toMatchObject([
    { type: 'sendMessage' },
    { type: 'startTimer', at: talk.now + 300_000 },
  ]);
});

test('a number without a plan has every flow, and a plan names its own', () => {
  const live = [good, versionOf('other', saying('ho'))];
  const world = compileWorld({ ...parts, live, numbers: [{ id: 'n1', flows: ['other'] }] });
  expect(world.triggers('n1').map(({ flow }) => flow.id)).toEqual(['other']);
  expect(world.triggers('n2').map(({ flow }) => flow.id)).toEqual(['good', 'other']);
});
