import { describe, expect, test } from 'vitest';
import { type FlowMove, sessionsOf } from '../../nodes/contract/conversation.ts';
import { ask, call, get, on, say } from './nodes.ts';
import { answers, front, happen, owner, pass, releases, says, type Talk, talkTo, textsOf } from './talk.ts';
import { type Drawing, HOUR, versionOf, worldWith } from './world.ts';

const two: Drawing = {
  nodes: {
    start: on('go'),
    name: ask('Name?', 'name'),
    age: ask('Age?', 'age'),
    bye: say('Bye {{ name }}{{ age }}'),
  },
  edges: ['start.next name', 'name.answered age', 'age.answered bye'],
};

/** Talks until the first version has been heard, then publishes the second. */
function republish(before: Drawing, after: Drawing, ...words: readonly string[]): Talk {
  const talk = talkTo(worldWith([versionOf('f', before, 1)]));
  for (const word of words) says(talk, word);
  talk.world = worldWith([versionOf('f', after, 2)], { older: [versionOf('f', before, 1)] });
  return talk;
}

function carry(talk: Talk, move: Partial<FlowMove> = {}): readonly string[] {
  return textsOf(happen(talk, { type: 'flowMoved', flow: 'f', to: 2, how: 'move', ...move }).effects);
}

const without = ({ nodes }: Drawing, gone: string, edges: readonly string[]): Drawing => ({
  nodes: Object.fromEntries(Object.entries(nodes).filter(([id]) => id !== gone)),
  edges,
});
const places = ({ conversation }: Talk): readonly string[] =>
  sessionsOf(conversation).map(({ flow, position }) =>
    position.is === 'waiting' ? `${flow.id}@${flow.version} ${position.node}` : position.is,
  );

describe('somebody whose node still exists', () => {
  test('goes on waiting there, asked nothing twice, and goes on in the new version', () => {
    const after = { ...two, nodes: { ...two.nodes, bye: say('Goodbye {{ name }}, {{ age }}') } };
    const talk = republish(two, after, 'go', 'Ana');
    expect(carry(talk)).toEqual([]);
    expect(places(talk)).toEqual(['f@2 age']);
    expect(says(talk, '30')).toEqual(['Goodbye Ana, 30']);
  });

  test('keeps the timer that waits for a reply', () => {
    const silent: Drawing = {
      nodes: { start: on('go'), name: ask('Name?', 'name', { noReply: { after: '1h' } }), hey: say('Hey') },
      edges: ['start.next name', 'name.noReply hey'],
    };
    const talk = republish(silent, { ...silent, nodes: { ...silent.nodes, hey: say('Ahoy') } }, 'go');
    carry(talk);
    expect(pass(talk, HOUR)).toEqual(['Ahoy']);
  });

  test('still gets the answer of the outside that was asked before', () => {
    const calling: Drawing = {
      nodes: { start: on('go'), call: get, done: say('one') },
      edges: ['start.next call', 'call.ok done'],
    };
    const talk = republish(calling, { ...calling, nodes: { ...calling.nodes, done: say('two') } }, 'go');
    carry(talk);
    expect(answers(talk)).toEqual(['two']);
  });

  test('waits for people as before, and they keep the conversation', () => {
    const handing: Drawing = {
      nodes: { start: on('go'), over: ['hand-over', { priority: 'normal' }], done: say('one') },
      edges: ['start.next over', 'over.resolved done'],
    };
    const talk = republish(handing, { ...handing, nodes: { ...handing.nodes, done: say('two') } }, 'go');
    expect(carry(talk, { how: 'restart' })).toEqual([]);
    expect(owner(talk)).toBe('queue');
    expect(releases(talk)).toEqual(['two']);
  });
});

describe('somebody whose node is gone', () => {
  test('goes on along the old flow to the first node that still exists', () => {
    const talk = republish(two, without(two, 'name', ['start.next age', 'age.answered bye']), 'go');
    expect(carry(talk)).toEqual(['Age?']);
    expect(places(talk)).toEqual(['f@2 age']);
  });

  test('goes where the map says, if that exists', () => {
    const after = without(two, 'name', ['start.next age', 'age.answered bye']);
    expect(carry(republish(two, after, 'go'), { map: { name: 'bye' } })).toEqual(['Bye ']);
    expect(carry(republish(two, after, 'go'), { map: { name: 'nowhere' } })).toEqual(['Age?']);
  });

  test('leaves with a sentence when nothing of what came next is left', () => {
    const talk = republish(
      two,
      { nodes: { start: on('go'), other: say('x') }, edges: ['start.next other'] },
      'go',
    );
    expect(carry(talk)).toEqual([]);
    expect(talk.ended).toEqual(['left: the flow was changed, and nothing of what came next is left in it']);
    expect(owner(talk)).toBe('nobody');
  });

  test('finds no way out of a circle, and leaves', () => {
    const circle: Drawing = {
      nodes: { start: on('go'), a: ask('A?', 'a'), b: ask('B?', 'b') },
      edges: ['start.next a', 'a.answered b', 'b.answered a'],
    };
    const talk = republish(circle, { nodes: { start: on('go') } }, 'go');
    carry(talk);
    expect(places(talk)).toEqual([]);
  });

  test('counts as gone when it is of another type now', () => {
    const talk = republish(two, { ...two, nodes: { ...two.nodes, name: say('hm') } }, 'go');
    expect(carry(talk)).toEqual(['Age?']);
  });

  test('is not spoken to while people have the conversation, who keep it', () => {
    const handing: Drawing = {
      nodes: { start: on('go'), over: ['hand-over', { priority: 'normal' }], done: say('done') },
      edges: ['start.next over', 'over.resolved done'],
    };
    const talk = republish(handing, without(handing, 'over', ['start.next done']), 'go');
    happen(talk, { type: 'agentClaimed', agent: 'mali' });
    expect(carry(talk)).toEqual([]);
    expect(owner(talk)).toBe('agent');
    expect(talk.ended).toHaveLength(1);
    const queued = republish(handing, without(handing, 'over', ['start.next done']), 'go');
    carry(queued);
    expect(queued.conversation.owner).toMatchObject({ is: 'queue' });
    expect(releases(queued)).toEqual([]);
    expect(owner(queued)).toBe('nobody');
  });

  test('is sent no follow-up that was taken out', () => {
    const later: Drawing = {
      nodes: { start: on('go'), later: ['follow-up', { after: '1d' }], now: say('now'), due: say('due') },
      edges: ['start.next later', 'later.next now', 'later.due due'],
    };
    const talk = republish(later, without(later, 'later', ['start.next now']), 'go');
    expect(places(talk)).toEqual(['f@1 later']);
    expect(carry(talk)).toEqual([]);
    expect(places(talk)).toEqual([]);
  });
});

describe('a flow that waits for another one to return', () => {
  const outer: Drawing = {
    nodes: { start: on('go'), call: call('sub'), age: ask('Age?', 'age'), end: say('end') },
    edges: ['start.next call', 'call.completed age', 'age.answered end'],
  };
  const sub: Drawing = {
    nodes: { start: on('sub'), name: ask('Name?', 'name') },
    edges: ['start.next name'],
  };
  const renew = (after: Drawing): Talk => {
    const known = [versionOf('sub', sub), versionOf('f', outer, 1)];
    const talk = talkTo(worldWith(known));
    says(talk, 'go');
    talk.world = worldWith([versionOf('sub', sub), versionOf('f', after, 2)], { older: known });
    return talk;
  };

  test('is moved where it stands', () => {
    const talk = renew({ ...outer, nodes: { ...outer.nodes, age: ask('How old?', 'age') } });
    expect(carry(talk)).toEqual([]);
    expect(says(talk, 'Ana')).toEqual(['How old?']);
  });

  test('goes on behind its call when that is gone', () => {
    const talk = renew(without(outer, 'call', ['start.next age', 'age.answered end']));
    expect(carry(talk)).toEqual([]);
    expect(says(talk, 'Ana')).toEqual(['Age?']);
    expect(places(talk)).toEqual(['f@2 age']);
  });

  test('leaves when the other one returns and nothing is left of it', () => {
    const talk = renew({ nodes: { start: on('go'), x: say('x') }, edges: ['start.next x'] });
    carry(talk);
    expect(front(talk)).toBe('sub');
    expect(says(talk, 'Ana')).toEqual([]);
    expect(talk.ended).toEqual(['left: the flow was changed, and nothing of what came next is left in it']);
  });

  test('begins again as a whole', () => {
    const talk = renew(outer);
    expect(carry(talk, { how: 'restart' })).toEqual(['Name?']);
    expect(talk.conversation.session?.stack).toEqual([
      { flow: { id: 'f', version: 2 }, node: 'call', vars: {} },
    ]);
  });
});

describe('a flow that was called', () => {
  test('returns to its caller when nothing is left of it', () => {
    const outer: Drawing = {
      nodes: { start: on('go'), call: call('f'), end: say('end') },
      edges: ['start.next call', 'call.completed end', 'call.failed end'],
    };
    const known = [
      versionOf('outer', outer),
      versionOf('f', { ...two, nodes: { ...two.nodes, start: on('f') } }, 1),
    ];
    const talk = talkTo(worldWith(known));
    says(talk, 'go');
    const after: Drawing = { nodes: { start: on('f'), x: say('x') }, edges: ['start.next x'] };
    talk.world = worldWith([versionOf('outer', outer), versionOf('f', after, 2)], { older: known });
    const before = talk.effects.length;
    carry(talk);
    expect(places(talk)).toEqual([]);
    expect(talk.effects.length - before).toBeLessThanOrEqual(1);
    expect(talk.ended).toHaveLength(1);
  });
});

describe('beginning again', () => {
  test('ends what was in front and starts the new version at its beginning', () => {
    const talk = republish(two, two, 'go', 'Ana');
    expect(carry(talk, { how: 'restart' })).toEqual(['Name?']);
    expect(talk.ended).toEqual(['left: the flow was published anew and began again']);
    expect(talk.conversation.session).toMatchObject({ flow: { version: 2 }, vars: {} });
    expect(says(talk, 'Bo')).toEqual(['Age?']);
  });

  test('leaves a follow-up its moment', () => {
    const later: Drawing = {
      nodes: { start: on('go'), later: ['follow-up', { after: '1d' }], due: say('due') },
      edges: ['start.next later', 'later.due due'],
    };
    const talk = republish(later, { ...later, nodes: { ...later.nodes, due: say('new') } }, 'go');
    expect(carry(talk, { how: 'restart' })).toEqual([]);
    expect(places(talk)).toEqual(['f@2 later']);
  });

  test('happens once, though what waited behind comes to the front when the new version ends at once', () => {
    const twice: Drawing = {
      nodes: {
        start: on('go'),
        later: ['follow-up', { after: '1h', unlessAnswered: false }],
        now: ask('Now?', 'now'),
        again: ask('Again?', 'again'),
      },
      edges: ['start.next later', 'later.next now', 'later.due again'],
    };
    const short = { nodes: { ...twice.nodes, hi: say('hi') }, edges: ['start.next hi'] };
    const talk = republish(twice, short, 'go');
    expect(pass(talk, HOUR)).toEqual(['Again?']);
    expect(carry(talk, { how: 'restart' })).toEqual(['hi']);
    expect(talk.last.ended.map(({ why }) => why)).toEqual(['left', 'completed']);
    expect(places(talk)).toEqual(['f@2 now']);
  });
});

describe('an order that changes nothing', () => {
  test.each([
    ['of another flow', { flow: 'other' }],
    ['to a version that nobody knows', { to: 9 }],
    ['to the version they are in', { to: 1 }],
  ])('is one %s', (_, move) => {
    const talk = republish(two, two, 'go');
    const before = talk.conversation;
    carry(talk, { how: 'restart', ...move });
    expect({ ...talk.conversation, seen: [] }).toEqual({ ...before, seen: [] });
    expect(talk.last.effects).toEqual([]);
  });

  test('is the same one again', () => {
    const talk = republish(two, two, 'go');
    carry(talk, { how: 'restart' });
    expect(carry(talk, { how: 'restart' })).toEqual([]);
    expect(talk.ended).toHaveLength(1);
  });

  test('moves no tester out of a draft', () => {
    const draft = versionOf('f', two, -3);
    const talk = talkTo(worldWith([draft]));
    says(talk, 'go');
    talk.world = worldWith([versionOf('f', two, 2)], { older: [draft] });
    carry(talk);
    expect(places(talk)).toEqual(['f@-3 name']);
  });
});
