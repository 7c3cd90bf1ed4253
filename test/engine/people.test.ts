import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { alreadySeen } from '../../server/engine/advance.ts';
import { behind, front, happen, idOf, owner, pass, releases, says, talkTo, taps } from './talk.ts';
import { type Drawing, HOUR, MINUTE, NUMBER, saying, worldOf } from './world.ts';

const human = (params: JsonObject = {}): Drawing => ({
  nodes: {
    start: ['keyword', { keywords: ['human'] }],
    people: ['hand-over', params],
    thanks: ['send-message', { messages: [{ text: 'Thanks.' }] }],
    sorry: ['send-message', { messages: [{ text: 'Sorry.' }] }],
  },
  edges: ['start.next people', 'people.resolved thanks', 'people.timedOut sorry', 'people.nobody sorry'],
});
const ask: Drawing = {
  nodes: {
    start: ['keyword', { keywords: ['ask'] }],
    q: ['ask', { question: 'Name?', saveAs: 'name', noReply: { after: '1h' } }],
    later: ['send-message', { messages: [{ text: 'Are you there?' }] }],
  },
  edges: ['start.next q', 'q.noReply later'],
};
const nudge = (params: JsonObject): Drawing => ({
  nodes: {
    start: ['keyword', { keywords: ['nudge'] }],
    later: ['follow-up', params],
    say: ['send-message', { messages: [{ text: 'Still there?' }] }],
  },
  edges: ['start.next later', 'later.due say'],
});
const handOver = { team: 'sales', note: 'wants {{ message.text }}', giveUpAfter: '15m' };
const world = worldOf({
  human: human(handOver),
  ask,
  nudge: nudge({ after: '30m', unlessAnswered: false }),
  help: saying('Hm?', ['hm']),
});

const claims = (talk: Parameters<typeof happen>[0], agent: string) =>
  happen(talk, { type: 'agentClaimed', agent });

describe('the owner of a conversation', () => {
  test('is nobody, then the bot while a session is in front, then nobody again', () => {
    const talk = talkTo(world);
    expect(owner(talk)).toBe('nobody');
    says(talk, 'ask');
    expect(owner(talk)).toBe('bot');
    says(talk, 'Ana');
    expect(owner(talk)).toBe('nobody');
  });

  test('is the queue of a team once a flow hands over, with what the agent must know', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    expect(talk.conversation.owner).toEqual({
      ...{ is: 'queue', since: talk.now, team: 'sales', note: 'wants human', priority: 'normal' },
      effect: idOf(talk, 'handOver'),
    });
  });

  test('is the agent who claims it, and the flow goes on when the agent gives it back', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    claims(talk, 'mali');
    expect(talk.conversation.owner).toMatchObject({ is: 'agent', agent: 'mali' });
    expect(front(talk)).toBe('human');
    expect(releases(talk)).toEqual(['Thanks.']);
    expect(owner(talk)).toBe('nobody');
  });

  test('another agent may take it over, and the flow still waits for the release', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    claims(talk, 'mali');
    const since = talk.conversation.owner;
    claims(talk, 'mali');
    expect(talk.conversation.owner).toEqual(since);
    claims(talk, 'somchai');
    expect(talk.conversation.owner).toMatchObject({ is: 'agent', agent: 'somchai' });
    expect(releases(talk)).toEqual(['Thanks.']);
  });

  test('an agent who claims what the bot was doing ends it', () => {
    const talk = talkTo(world);
    says(talk, 'ask');
    claims(talk, 'mali');
    expect([front(talk), talk.ended]).toEqual([undefined, ['left']]);
    expect(releases(talk)).toEqual([]);
    expect(owner(talk)).toBe('nobody');
  });

  test('an agent who writes has taken it, and the message goes out', () => {
    const talk = talkTo(world);
    says(talk, 'ask');
    happen(talk, { type: 'agentWrote', agent: 'mali', message: { kind: 'text', text: 'Hi, Mali here' } });
    expect(owner(talk)).toBe('agent');
    expect(talk.last.effects).toMatchObject([{ type: 'sendMessage', message: { text: 'Hi, Mali here' } }]);
  });

  test('a release nobody asked for changes nothing', () => {
    const talk = talkTo(world);
    says(talk, 'ask');
    happen(talk, { type: 'agentReleased', effect: 'stale', how: 'resolved' });
    expect([owner(talk), front(talk)]).toEqual(['bot', 'ask']);
  });

  test('a release that comes twice does not end the next hand-over', () => {
    const again: Drawing = { ...human(), edges: ['start.next people', 'people.resolved people'] };
    const talk = talkTo(worldOf({ again }));
    says(talk, 'human');
    const effect = idOf(talk, 'handOver');
    const release = { type: 'agentReleased', effect, how: 'resolved' } as const;
    happen(talk, release);
    happen(talk, release);
    expect(talk.conversation.owner).toMatchObject({ is: 'queue', effect: idOf(talk, 'handOver') });
    expect(idOf(talk, 'handOver')).not.toBe(effect);
  });

  test('a release that does not say which hand-over it ends goes on with the one that waits', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    claims(talk, 'mali');
    happen(talk, { type: 'agentReleased', effect: '', how: 'resolved' });
    expect(talk.ended).toEqual(['completed']);
  });

  test('a contact who says STOP leaves the queue', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    expect(says(talk, 'stop')).toEqual(['Bye.']);
    expect([owner(talk), front(talk)]).toEqual(['nobody', undefined]);
  });

  test('a requested flow that is not published takes nobody out of theirs', () => {
    const talk = talkTo(world);
    says(talk, 'ask');
    happen(talk, { type: 'flowRequested', flow: 'nothing' });
    expect([owner(talk), front(talk)]).toEqual(['bot', 'ask']);
  });

  test('a requested flow begins with what it was given', () => {
    const greet = saying('Hello {{ who }}', ['x']);
    const talk = talkTo(worldOf({ greet, ask }));
    says(talk, 'ask');
    happen(talk, { type: 'flowRequested', flow: 'greet', set: { who: 'you' } });
    expect(talk.last.effects).toMatchObject([{ message: { text: 'Hello you' } }]);
    expect(talk.ended).toEqual(['left', 'completed']);
  });
});

describe('a hand-over that nobody takes', () => {
  test('times out before an agent claims it', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    expect(pass(talk, 15 * MINUTE)).toEqual(['Sorry.']);
    expect(owner(talk)).toBe('nobody');
  });

  test('does not time out once an agent has', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    claims(talk, 'mali');
    happen(talk, { type: 'timerFired', effect: idOf(talk, 'startTimer') });
    expect(owner(talk)).toBe('agent');
    expect(releases(talk)).toEqual(['Thanks.']);
  });

  test('is told by a release as well', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    expect(releases(talk, 'nobody')).toEqual(['Sorry.']);
  });

  test('with nothing drawn for it fails, and the conversation stays with people', () => {
    const talk = talkTo(worldOf({ human: { ...human(handOver), edges: ['start.next people'] } }));
    says(talk, 'human');
    pass(talk, HOUR);
    expect(talk.ended).toEqual(['failed: Hand over: left by "Nobody took it in time", which leads nowhere']);
    expect(owner(talk)).toBe('queue');
  });
});

describe('the bot never talks over people', () => {
  test('what falls due while an agent has the conversation waits until they give it back', () => {
    const talk = talkTo(world);
    says(talk, 'nudge');
    claims(talk, 'mali');
    expect(pass(talk, HOUR)).toEqual([]);
    expect(releases(talk)).toEqual(['Still there?']);
    expect(pass(talk, HOUR)).toEqual([]);
  });

  test('a timer that is brought while an agent has the conversation is not lost', () => {
    const talk = talkTo(world);
    says(talk, 'nudge');
    claims(talk, 'mali');
    talk.now += HOUR;
    happen(talk, { type: 'timerFired', effect: idOf(talk, 'startTimer') });
    expect(talk.last.effects).toEqual([]);
    expect(releases(talk)).toEqual(['Still there?']);
  });

  test('what falls due while the conversation waits in the queue waits, too', () => {
    const talk = talkTo(worldOf({ human: human(), nudge: nudge({ after: '30m', unlessAnswered: false }) }));
    says(talk, 'nudge');
    says(talk, 'human');
    expect(pass(talk, HOUR)).toEqual([]);
    expect(owner(talk)).toBe('queue');
    expect(releases(talk)).toEqual(['Thanks.', 'Still there?']);
  });

  test('a hand-over that times out lets go what was held back', () => {
    const talk = talkTo(world);
    says(talk, 'nudge');
    talk.now += 20 * MINUTE;
    says(talk, 'human');
    expect(pass(talk, HOUR)).toEqual(['Sorry.', 'Still there?']);
  });

  test('a session that hands over while an agent has the conversation leaves it with them', () => {
    const slow: Drawing = {
      ...human(),
      nodes: { ...human().nodes, wait: ['http-request', { method: 'GET', url: 'https://x.test' }] },
      edges: ['start.next wait', 'wait.ok people', 'people.resolved thanks'],
    };
    const talk = talkTo(worldOf({ slow }));
    says(talk, 'hello');
    claims(talk, 'mali');
    happen(talk, { type: 'flowRequested', flow: 'slow' });
    happen(talk, { type: 'httpAnswered', effect: idOf(talk, 'httpRequest'), status: 200, body: null });
    expect(talk.conversation.owner).toMatchObject({ is: 'agent', agent: 'mali' });
    expect(releases(talk)).toEqual(['Thanks.']);
  });
});

describe('STOP', () => {
  test('ends what waits behind as well: nothing more is written', () => {
    const talk = talkTo(world);
    says(talk, 'nudge');
    expect(behind(talk)).toEqual(['nudge']);
    expect(says(talk, 'stop')).toEqual(['Bye.']);
    expect(behind(talk)).toEqual([]);
    expect(pass(talk, HOUR)).toEqual([]);
  });

  test('forgets what was said before it and not yet answered', () => {
    const fetch: Drawing = {
      nodes: {
        start: ['keyword', { keywords: ['fetch'] }],
        get: ['http-request', { method: 'GET', url: 'https://x.test' }],
      },
      edges: ['start.next get'],
    };
    const talk = talkTo(worldOf({ fetch, help: saying('Hm?', ['hm']) }));
    says(talk, 'fetch');
    says(talk, 'hm');
    expect(says(talk, 'stop')).toEqual(['Bye.']);
    expect(talk.conversation.queue).toEqual([]);
  });
});

describe('what has been seen', () => {
  test('an event is known again, unless it only queues', () => {
    const talk = talkTo(world);
    happen(talk, { type: 'messageReceived', message: { id: 'm', kind: 'text', text: 'ask' } }, 'first');
    expect(alreadySeen(talk.conversation, { id: 'first', at: 0, type: 'agentClaimed', agent: 'x' })).toBe(
      true,
    );
    expect(alreadySeen(talk.conversation, { id: 'other', at: 0, type: 'agentClaimed', agent: 'x' })).toBe(
      false,
    );
  });

  test('only the latest twenty are remembered', () => {
    const talk = talkTo(world);
    for (let i = 0; i < 50; i += 1) says(talk, 'hm');
    expect(talk.conversation.seen).toHaveLength(20);
  });

  test('a tap whose question is gone is an ordinary message', () => {
    const talk = talkTo(
      worldOf({ help: saying('Hm?', ['hm']) }, { numbers: [{ id: NUMBER, fallback: 'help' }] }),
    );
    expect(taps(talk, 'hm', { flow: 'gone', version: 1, node: 'q' })).toEqual(['Hm?']);
  });
});
