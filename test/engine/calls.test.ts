import { describe, expect, test } from 'vitest';
import { advance } from '../../server/engine/advance.ts';
import { ask, call, fails, type Node, on, say, set } from './nodes.ts';
import { front, owner, pass, says, talkTo } from './talk.ts';
import { type Drawing, HOUR, saying, worldOf } from './world.ts';

const address: Drawing = {
  nodes: {
    start: on('address'),
    street: ask('Street of {{ who }}?', 'street', { noReply: { after: '1h' }, tries: 1, kind: 'text' }),
    done: ['end'],
  },
  edges: ['start.next street', 'street.answered done'],
};
const order: Drawing = {
  nodes: {
    start: on('order'),
    name: ask('Name?', 'name'),
    where: call('address', { input: [{ name: 'who', text: '{{ name }}' }], saveAs: 'to' }),
    thanks: say('To {{ to.street }}, {{ name }}{{ street }}.'),
    silent: say('Nobody there.'),
    broken: say('Something broke.'),
  },
  edges: [
    ...['start.next name', 'name.answered where'],
    ...['where.completed thanks', 'where.expired silent', 'where.failed broken'],
  ],
};

describe('a called flow', () => {
  test('begins with what it is given and comes back with what it found out', () => {
    const talk = talkTo(worldOf({ order, address }));
    says(talk, 'order');
    expect(says(talk, 'Ana')).toEqual(['Street of Ana?']);
    expect(talk.conversation.session).toMatchObject({
      flow: { id: 'address' },
      vars: { who: 'Ana' },
      stack: [{ flow: { id: 'order' }, node: 'where', vars: { name: 'Ana' } }],
    });
    expect(says(talk, 'Soi 1')).toEqual(['To Soi 1, Ana.']);
    expect(talk.ended).toEqual(['completed']);
  });

  test('that nobody answers comes back as expired', () => {
    const talk = talkTo(worldOf({ order, address }));
    says(talk, 'order');
    says(talk, 'Ana');
    expect(pass(talk, HOUR)).toEqual(['Nobody there.']);
  });

  test.each([
    ['is not published', {}],
    ['has no beginning', { address: { nodes: { end: ['end'] } } as Drawing }],
    [
      'fails',
      {
        address: {
          nodes: { start: on('x'), wait: fails },
          edges: ['start.next wait'],
        } as Drawing,
      },
    ],
  ])('that %s comes back as failed', (_, flows) => {
    const talk = talkTo(worldOf({ order, ...flows }));
    says(talk, 'order');
    expect(says(talk, 'Ana')).toEqual(['Something broke.']);
  });

  test('may call others, ten deep and no deeper', () => {
    const nested = (depth: number): Drawing => ({
      nodes: { start: on(`f${depth}`), next: call(`f${depth + 1}`), done: say(`back in ${depth}`) },
      edges: ['start.next next', 'next.completed done'],
    });
    const chain = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, depth) => [`f${depth}`, nested(depth)]));
    const talk = talkTo(worldOf({ ...chain(10), f10: saying('bottom', ['f10']) }));
    expect(says(talk, 'f0')).toEqual(['bottom', ...Array.from({ length: 10 }, (_, i) => `back in ${9 - i}`)]);
    const deeper = talkTo(worldOf({ ...chain(11), f11: saying('bottom', ['f11']) }));
    expect(says(deeper, 'f0')).toEqual([]);
    expect(deeper.ended).toEqual(['failed: Call flow: flows call each other more than 10 deep']);
    expect(owner(deeper)).toBe('queue');
  });

  test('called as the very last thing takes the place of its caller', () => {
    const tail: Drawing = { nodes: { start: on('tail'), go: call('name') }, edges: ['start.next go'] };
    const name: Drawing = { nodes: { start: on('name'), q: ask('Name?', 'name') }, edges: ['start.next q'] };
    const talk = talkTo(worldOf({ tail, name }));
    says(talk, 'tail');
    expect(talk.conversation.session).toMatchObject({ flow: { id: 'name' }, stack: [] });
  });

  test('called as the last thing of a called flow still comes back with the variables of that one', () => {
    const outer: Drawing = {
      nodes: {
        start: on('outer'),
        go: call('middle', { saveAs: 'm' }),
        tell: say('{{ m.mine }} {{ m.in.its }}'),
      },
      edges: ['start.next go', 'go.completed tell'],
    };
    const middle: Drawing = {
      nodes: { start: on('middle'), set: set('mine', 'M'), go: call('inner', { saveAs: 'in' }) },
      edges: ['start.next set', 'set.next go'],
    };
    const inner: Drawing = { nodes: { start: on('inner'), set: set('its', 'I') }, edges: ['start.next set'] };
    expect(says(talkTo(worldOf({ outer, middle, inner })), 'outer')).toEqual(['M I']);
  });
});

describe('circles of flows', () => {
  /** Two flows that call, or go to, each other, with a question between. */
  const circle = (type: string) => ({
    ping: {
      nodes: { start: on('ping'), q: ask('Ping?', 'x'), go: [type, { flow: 'pong' }] as Node },
      edges: ['start.next q', 'q.answered go'],
    },
    pong: {
      nodes: { start: on('pong'), q: ask('Pong?', 'x'), go: [type, { flow: 'ping' }] as Node },
      edges: ['start.next q', 'q.answered go'],
    },
  });

  test.each(['call-flow', 'go-to-flow'])('by %s do not grow, over 10,000 rounds', (type) => {
    const world = worldOf(circle(type));
    const talk = talkTo(world);
    says(talk, 'ping');
    let { conversation, contact } = talk;
    for (let round = 0; round < 10_000; round += 1) {
      const { session } = conversation;
      // The guard against circles is another matter.
      if (session) conversation = { ...conversation, session: { ...session, pauses: 1 } };
      const message = { id: `r${round}`, kind: 'text', text: 'go' } as const;
      const event = { id: `r${round}`, at: talk.now, type: 'messageReceived', message } as const;
      ({ conversation, contact } = advance(world, { conversation, contact }, event));
    }
    expect(conversation.session?.stack).toEqual([]);
    expect(JSON.stringify(conversation).length).toBeLessThan(3_000);
  });

  test('inside a called flow grow by one call at most', () => {
    const outer: Drawing = {
      nodes: { start: on('outer'), go: call('ping', { saveAs: 'r' }), tell: say('back with {{ r.x }}') },
      edges: ['start.next go', 'go.completed tell', 'go.expired tell'],
    };
    const { ping, pong } = circle('call-flow');
    const patient = { ...ping, nodes: { ...ping.nodes, q: ask('Ping?', 'x', { noReply: { after: '1h' } }) } };
    const talk = talkTo(worldOf({ outer, ping: patient, pong }));
    says(talk, 'outer');
    for (let round = 0; round < 100; round += 1) says(talk, `r${round}`);
    expect(talk.conversation.session?.stack).toHaveLength(2);
    expect(pass(talk, HOUR)).toEqual(['back with r0']);
  });

  test('without a pause end after 200 nodes, and people get the conversation', () => {
    const spin: Drawing = {
      nodes: { start: on('spin'), a: say('a'), b: say('b') },
      edges: ['start.next a', 'a.next b', 'b.next a'],
    };
    const talk = talkTo(worldOf({ spin }));
    expect(says(talk, 'spin')).toHaveLength(199);
    expect(talk.ended[0]).toMatch(/^failed: Send message: the flow passed 200 boxes without a pause/);
    expect(talk.conversation.owner).toMatchObject({
      is: 'queue',
      note: expect.stringContaining('200 boxes'),
    });
  });

  test('of flows without a pause end as well', () => {
    const go = (to: string): Drawing => ({
      nodes: { start: on(to), go: ['go-to-flow', { flow: to }] },
      edges: ['start.next go'],
    });
    const talk = talkTo(worldOf({ a: go('b'), b: go('a') }));
    says(talk, 'a');
    expect(talk.ended[0]).toMatch(/^failed: .*200 boxes/);
  });

  test('through waits end after 500 pauses', () => {
    const loop: Drawing = {
      nodes: { start: on('loop'), q: ask('?', 'x') },
      edges: ['start.next q', 'q.answered q'],
    };
    const talk = talkTo(worldOf({ loop }));
    says(talk, 'loop');
    for (let i = 0; i < 499; i += 1) says(talk, 'on');
    expect(talk.ended).toEqual([]);
    says(talk, 'on');
    expect(talk.ended[0]).toMatch(/^failed: Ask: the session paused more than 500 times/);
  });
});

describe('going to a flow', () => {
  test('leaves the variables and takes what it is given', () => {
    const from: Drawing = {
      nodes: {
        start: on('from'),
        name: ask('Name?', 'name'),
        go: ['go-to-flow', { flow: 'to', input: [{ name: 'who', text: '{{ name }}!' }] }],
      },
      edges: ['start.next name', 'name.answered go'],
    };
    const to: Drawing = {
      nodes: { start: on('to'), q: ask('{{ who }}{{ name }}?', 'x') },
      edges: ['start.next q'],
    };
    const talk = talkTo(worldOf({ from, to }));
    says(talk, 'from');
    expect(says(talk, 'Ana')).toEqual(['Ana!?']);
    expect(front(talk)).toBe('to');
  });

  test('that is not published fails with a sentence', () => {
    const from: Drawing = {
      nodes: { start: on('from'), go: ['go-to-flow', { flow: 'gone' }] },
      edges: ['start.next go'],
    };
    const talk = talkTo(worldOf({ from }));
    says(talk, 'from');
    expect(talk.ended).toEqual(['failed: Go to flow: the flow it goes to is not published']);
  });
});
