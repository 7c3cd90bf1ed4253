import type { Contact } from '../../nodes/contract/contact.ts';
import { type Conversation, newConversation } from '../../nodes/contract/conversation.ts';
import type { Edge, FlowVersion } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { matchKeyword } from '../../nodes/contract/keywords.ts';
import { currentVersion } from '../../nodes/contract/registry.ts';
import { advance } from '../../server/engine/advance.ts';
import { compileWorld } from '../../server/engine/compile-world.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';

/** How fast the engine is by itself: no database, no network, one core. */

const types = await loadNodeTypes();

type Nodes = { readonly [id: string]: readonly [type: string, params: JsonObject] };

function flow(id: string, nodes: Nodes, edges: string): FlowVersion {
  const drawn = edges.split(', ').map((line): Edge => {
    const [from = '', port = '', to = ''] = line.split(/[. ]/);
    return { from, port, to };
  });
  const graph = {
    nodes: Object.entries(nodes).map(([node, [type, params]]) => {
      const known = types.get(type);
      if (!known) throw new Error(`no node type ${type}`);
      return { id: node, type, v: currentVersion(known), params };
    }),
    edges: drawn,
  };
  return { flow: id, version: 1, name: id, order: 0, publishedAt: 0, graph, layout: {} };
}

const order = flow(
  'order',
  {
    start: ['keyword', { keywords: ['order'], saveAs: 'word' }],
    set: [
      'set-variable',
      {
        assignments: [
          { name: 'total', expression: { '*': [{ var: 'contact.cups' }, 25] } },
          { name: 'greeting', text: 'Dear {{ contact.name }}' },
        ],
      },
    ],
    rich: ['branch', { branches: [{ id: 'rich', label: 'Rich', when: { '>': [{ var: 'total' }, 50] } }] }],
    tag: ['tag', { add: ['orders {{ word }}'] }],
    say: [
      'send-message',
      {
        messages: [
          { text: '{{ greeting }}, that is {{ total }} baht.' },
          { text: 'Thank you, {{ contact.name }}.' },
        ],
      },
    ],
    won: ['goal', { goal: 'asked', value: '{{ total }}' }],
    ask: [
      'choices',
      {
        text: 'Deliver it to you, {{ contact.name }}?',
        options: [
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
        ],
        noReply: { after: '1h' },
        saveAs: 'deliver',
      },
    ],
    where: ['set-variable', { assignments: [{ name: 'where', text: '{{ contact.name }}, {{ deliver }}' }] }],
    home: [
      'branch',
      { branches: [{ id: 'home', label: 'Home', when: { '==': [{ var: 'deliver' }, 'Yes'] } }] },
    ],
    mark: ['tag', { add: ['delivered'], remove: ['new'] }],
    bye: ['send-message', { messages: [{ text: 'We bring {{ total }} baht worth to {{ where }}.' }] }],
    done: ['goal', { goal: 'ordered', value: '{{ total }}' }],
    end: ['end', {}],
  },
  'start.next set, set.next rich, rich.rich tag, tag.next say, say.next won, won.next ask, ask.yes where, ' +
    'where.next home, home.home mark, mark.next bye, bye.next done, done.next end',
);

/** Flows that the messages are not for: a router has to look at every trigger. */
const others = Array.from({ length: 20 }, (_, n) =>
  flow(
    `other${n}`,
    {
      start: ['keyword', { keywords: [`topic ${n}`, `subject ${n}`, `matter ${n}`] }],
      say: ['send-message', { messages: [{ text: 'Hello' }] }],
    },
    'start.next say',
  ),
);

const world = compileWorld({
  types,
  live: [order, ...others],
  calendars: [],
  numbers: [],
  settings: { timeZone: 'UTC', optOut: { stop: ['stop'], start: ['start'], stopped: '', started: '' } },
});

const TEXTS = ['I would like to order something', 'yes, please'];

/** Lets a contact order for some milliseconds; node visits and messages in that time. */
function converse(forMs: number): {
  readonly visits: number;
  readonly messages: number;
  readonly ms: number;
} {
  const contact: Contact = { id: 'c', address: '1', name: 'Ana', tags: ['new'], fields: { cups: 4 } };
  let conversation: Conversation = newConversation('n', 'c');
  let visits = 0;
  let messages = 0;
  const began = performance.now();
  while (performance.now() - began < forMs)
    for (let i = 0; i < 100; i += 1) {
      const message = { id: `wamid.${messages}`, kind: 'text', text: TEXTS[messages % 2] ?? '' } as const;
      const event = { id: message.id, at: messages * 1_000, type: 'messageReceived', message } as const;
      const after = advance(world, { conversation, contact }, event);
      if (after.path.length < 6) throw new Error('the conversation has left the flow');
      conversation = after.conversation;
      visits += after.path.length;
      messages += 1;
    }
  return { visits, messages, ms: performance.now() - began };
}

/** Microseconds to look for a thousand keywords in a message of 200 characters. */
function listen(text: string): number {
  const keywords = Array.from({ length: 1_000 }, (_, n) => `keyword number ${n}`);
  const rounds = 300;
  const began = performance.now();
  for (let i = 0; i < rounds; i += 1) matchKeyword(keywords, 'word', `${text}${i}`.slice(-200));
  return ((performance.now() - began) * 1_000) / rounds;
}

const print = (figure: string, value: number): void => {
  process.stdout.write(`${JSON.stringify({ bench: 'engine', figure, value: Math.round(value) })}\n`);
};

converse(1_000);
const { visits, messages, ms } = converse(3_000);
print('visits_per_second', (visits / ms) * 1_000);
print('messages_per_second', (messages / ms) * 1_000);
listen('warm ');
print('thousand_keywords_us_latin', listen('the quick brown fox jumps over the lazy dog '.repeat(6)));
print('thousand_keywords_us_thai', listen('ขอทราบราคาสินค้าหน่อยครับ'.repeat(10)));
