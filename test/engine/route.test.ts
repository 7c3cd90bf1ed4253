import { describe, expect, test } from 'vitest';
import type { InboundContent } from '../../nodes/contract/message.ts';
import {
  answers,
  behind,
  drain,
  front,
  happen,
  hears,
  idOf,
  originOf,
  owner,
  pass,
  says,
  talkTo,
  taps,
  textsOf,
  why,
} from './talk.ts';
import { type Drawing, HOUR, MINUTE, NUMBER, saying, worldOf } from './world.ts';

const quiz: Drawing = {
  name: 'Quiz',
  nodes: {
    start: ['keyword', { keywords: ['quiz'] }],
    color: [
      'choices',
      {
        text: 'Which color?',
        options: [
          { id: 'red', label: 'Red' },
          { id: 'blue', label: 'Blue' },
        ],
        saveAs: 'color',
      },
    ],
    size: ['ask', { question: 'Which size?', saveAs: 'size' }],
    done: ['send-message', { messages: [{ text: '{{ color }} {{ size }}' }] }],
  },
  edges: ['start.next color', 'color.red size', 'color.blue size', 'size.answered done'],
};

const shop: Drawing = {
  name: 'Shop',
  nodes: {
    start: ['keyword', { keywords: ['shop'] }],
    fetch: ['http-request', { method: 'GET', url: 'https://x.test/' }],
    tell: ['ask', { question: 'Got it. Now?', saveAs: 'word' }],
    thanks: ['send-message', { messages: [{ text: 'You said {{ word }}.' }] }],
  },
  edges: ['start.next fetch', 'fetch.ok tell', 'tell.answered thanks'],
};

const menu: Drawing = {
  name: 'Menu',
  nodes: {
    start: ['keyword', { keywords: ['menu'], how: 'only', interrupts: true }],
    say: ['send-message', { messages: [{ text: 'The menu.' }] }],
  },
  edges: ['start.next say'],
};

const human: Drawing = {
  nodes: { start: ['keyword', { keywords: ['human'] }], people: ['hand-over', {}] },
  edges: ['start.next people'],
};

const pausing = (duration: string): Drawing => ({
  name: 'Pause',
  nodes: {
    start: ['keyword', { keywords: ['pause'] }],
    wait: ['wait', { mode: 'for', duration }],
    ask: ['ask', { question: 'Well?', saveAs: 'x' }],
    say: ['send-message', { messages: [{ text: 'So {{ x }}.' }] }],
  },
  edges: ['start.next wait', 'wait.next ask', 'ask.answered say'],
});

const help = { ...saying('How can I help?', ['help']), name: 'Help' };
const all = { quiz, shop, menu, human, short: pausing('10s'), help };
const world = worldOf(all, { numbers: [{ id: NUMBER, fallback: 'help' }] });

describe('who gets a message', () => {
  test('an opt-out word comes before the agent who owns the conversation', () => {
    const talk = talkTo(world);
    happen(talk, { type: 'agentClaimed', agent: 'mali' });
    expect(says(talk, 'Stop!')).toEqual(['Bye.']);
    expect(talk.contact.optedOut).toBe(true);
    expect(owner(talk)).toBe('agent');
    expect(why(talk)).toBe('"stop" is an opt-out word: the contact is not written to any more.');
  });

  test('an opt-out word counts only as a whole message', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    says(talk, 'stop, that is wrong');
    expect(talk.contact.optedOut).toBeUndefined();
  });

  test('START takes an opt-out back, and is a word like any other to everybody else', () => {
    const talk = talkTo(world, { optedOut: true });
    expect(says(talk, 'START')).toEqual(['Welcome back.']);
    expect(talk.contact.optedOut).toBe(false);
    expect(why(talk)).toBe('"start" takes the opt-out back.');
    expect(says(talk, 'START')).toEqual(['How can I help?']);
  });

  test('the owner comes before an old button, interrupts and triggers', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    const origin = originOf(talk);
    happen(talk, { type: 'agentClaimed', agent: 'mali' });
    expect([...taps(talk, 'red', origin), ...says(talk, 'menu'), ...says(talk, 'quiz')]).toEqual([]);
    expect(why(talk)).toBe('An agent owns the conversation, so the bot is silent.');
  });

  test('a conversation that waits for an agent is silent, too', () => {
    const talk = talkTo(world);
    says(talk, 'human');
    expect(says(talk, 'menu')).toEqual([]);
    expect(why(talk)).toBe('The conversation waits for an agent, so the bot is silent.');
  });

  test('an old button comes before an interrupt trigger of the same words', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    const origin = originOf(talk);
    says(talk, 'red');
    expect(hears(talk, { kind: 'tap', title: 'menu', option: 'blue', ...(origin && { origin }) })).toEqual([
      'Which size?',
    ]);
    expect(why(talk)).toBe('A button of an earlier question was tapped, so its own branch "blue" goes on.');
  });

  test('a tap on the question being asked is its answer', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    taps(talk, 'blue', originOf(talk));
    expect(why(talk)).toBe('The waiting question gets the answer.');
    expect(talk.conversation.session?.vars).toEqual({ color: 'Blue' });
  });

  test('a tap on the question being asked is its answer, even when its words would interrupt', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    const origin = originOf(talk);
    hears(talk, { kind: 'tap', title: 'menu', option: 'blue', ...(origin && { origin }) });
    expect(why(talk)).toBe('The waiting question gets the answer.');
    expect(talk.conversation.session?.vars).toEqual({ color: 'Blue' });
  });

  test('an interrupt trigger comes before the waiting question', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    expect(says(talk, 'menu')).toEqual(['The menu.']);
    expect(why(talk)).toBe('Matched "menu" of Menu, which may interrupt.');
    expect(talk.ended).toEqual(['left', 'completed']);
  });

  test('the waiting question comes before other triggers', () => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    says(talk, 'red');
    expect(says(talk, 'shop')).toEqual(['Red shop']);
    expect(why(talk)).toBe('The waiting question gets the answer.');
  });

  test('a trigger comes before the fallback flow', () => {
    const talk = talkTo(world);
    expect(says(talk, 'quiz')).toEqual(['Which color?']);
    expect(why(talk)).toBe('Matched "quiz" of Quiz.');
  });

  test('the fallback flow takes what nothing matches', () => {
    const talk = talkTo(world);
    expect(says(talk, 'gibberish')).toEqual(['How can I help?']);
    expect(why(talk)).toBe('No trigger matched, so the fallback flow of the number takes it.');
  });

  test.each([
    ['no fallback', undefined],
    ['a fallback that is not published', 'nothing'],
    ['a fallback without a beginning', 'empty'],
  ])('nobody answers on a number with %s, and it says so', (_, fallback) => {
    const empty: Drawing = { nodes: { end: ['end'] } };
    const lonely = worldOf({ empty }, { numbers: [{ id: NUMBER, ...(fallback && { fallback }) }] });
    const talk = talkTo(lonely);
    expect(says(talk, 'gibberish')).toEqual([]);
    expect(why(talk)).toBe('No trigger matched and the number has no fallback flow: nobody answers.');
    expect(owner(talk)).toBe('nobody');
  });

  test.each<[string, InboundContent]>([
    ['A reaction', { kind: 'reaction', to: 'm1', emoji: '👍' }],
    ['An edited message', { kind: 'edit', of: 'm1', text: 'stop' }],
    ['A deleted message', { kind: 'revoke', of: 'm1' }],
    ['A notice of WhatsApp', { kind: 'system', what: 'number_changed', text: 'menu' }],
  ])('%s is only noted', (what, content) => {
    const talk = talkTo(world);
    says(talk, 'quiz');
    const before = talk.conversation;
    expect(hears(talk, content)).toEqual([]);
    expect(why(talk)).toBe(`${what} is noted; nobody needs to answer it.`);
    expect({ ...talk.conversation, seen: [] }).toEqual({ ...before, seen: [] });
  });
});

describe('while the flow is busy', () => {
  test('messages queue during an outside answer and are taken up in order', () => {
    const talk = talkTo(world);
    says(talk, 'shop');
    says(talk, 'one');
    expect(why(talk)).toBe('The flow waits for an outside answer; the message is kept and taken up next.');
    says(talk, 'two');
    expect(answers(talk)).toEqual(['Got it. Now?', 'You said one.', 'How can I help?']);
    expect(talk.conversation.queue).toEqual([]);
  });

  test('a message that comes twice while it queues keeps its place', () => {
    const talk = talkTo(world);
    says(talk, 'shop');
    const one = { type: 'messageReceived', message: { id: 'one', kind: 'text', text: 'one' } } as const;
    happen(talk, one, 'one');
    says(talk, 'two');
    happen(talk, one, 'one');
    expect(talk.conversation.queue.map((event) => 'message' in event && event.message)).toMatchObject([
      { text: 'one' },
      { text: 'two' },
    ]);
  });

  test('a message that comes just after the answer does not overtake what queued before it', () => {
    const talk = talkTo(world);
    says(talk, 'shop');
    says(talk, 'one');
    happen(talk, { type: 'httpAnswered', effect: idOf(talk, 'httpRequest'), status: 200, body: null });
    happen(talk, { type: 'messageReceived', message: { id: 'two', kind: 'text', text: 'two' } });
    expect(why(talk)).toBe('Earlier messages come first; the message is kept and taken up next.');
    drain(talk);
    expect(textsOf(talk.effects)).toEqual(['Got it. Now?', 'You said one.', 'How can I help?']);
  });

  test('STOP overtakes everything', () => {
    const talk = talkTo(world);
    says(talk, 'shop');
    says(talk, 'one');
    happen(talk, { type: 'httpAnswered', effect: idOf(talk, 'httpRequest'), status: 200, body: null });
    expect(says(talk, 'stop')).toEqual(['Bye.']);
  });

  test('an interrupt trigger does not queue', () => {
    const talk = talkTo(world);
    says(talk, 'shop');
    expect(says(talk, 'menu')).toEqual(['The menu.']);
  });

  test('a short pause keeps the words for the next question', () => {
    const talk = talkTo(world);
    says(talk, 'pause');
    expect(says(talk, 'fine')).toEqual([]);
    expect(why(talk)).toBe('The flow is in a short pause; the message is kept and taken up next.');
    expect(pass(talk, 10_000)).toEqual(['Well?', 'So fine.']);
  });

  test('a short pause does not keep a trigger from starting; the paused flow comes back', () => {
    const talk = talkTo(world);
    says(talk, 'pause');
    expect(says(talk, 'quiz')).toEqual(['Which color?']);
    expect(behind(talk)).toEqual(['short']);
    expect(pass(talk, MINUTE)).toEqual(['Well?']);
    expect([front(talk), behind(talk)]).toEqual(['short', ['quiz']]);
  });

  test('a long pause sets the conversation free', () => {
    const slow = worldOf({ ...all, short: pausing('2h') }, { numbers: [{ id: NUMBER, fallback: 'help' }] });
    const talk = talkTo(slow);
    says(talk, 'pause');
    expect(says(talk, 'fine')).toEqual(['How can I help?']);
    expect(behind(talk)).toEqual(['short']);
    expect(pass(talk, 2 * HOUR)).toEqual(['Well?']);
  });

  test('what queued is taken up when the flow goes from an answer into a long pause', () => {
    const nap: Drawing = {
      ...shop,
      nodes: { ...shop.nodes, nap: ['wait', { mode: 'for', duration: '2h' }] },
      edges: ['start.next fetch', 'fetch.ok nap', 'nap.next tell', 'tell.answered thanks'],
    };
    const talk = talkTo(worldOf({ shop: nap, help }, { numbers: [{ id: NUMBER, fallback: 'help' }] }));
    says(talk, 'shop');
    says(talk, 'hello?');
    expect(answers(talk)).toEqual(['How can I help?']);
  });
});
