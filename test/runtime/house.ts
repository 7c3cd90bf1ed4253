import { randomUUID } from 'node:crypto';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Edge, GraphNode } from '../../nodes/contract/flow.ts';
import type { OutboundMessage } from '../../nodes/contract/message.ts';
import type { Channel, InboundDelivery } from '../../server/channels/channel.ts';
import { createIntake, type Intake } from '../../server/runtime/intake.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import type { HttpAnswer, News, Ports } from '../../server/runtime/ports.ts';
import { createRuntime, type Runtime } from '../../server/runtime/runtime.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import type { InboundRecord, PendingEffect, Store } from '../../server/store/store.ts';
import type { TestDatabase } from '../database.ts';

export const NUMBER = '2000001';
export const NOON = Date.UTC(2026, 2, 2, 12);

/** A flow as a test writes it: nodes by id, and arrows as `from.port → to`. */
export interface Drawing {
  readonly nodes: { readonly [id: string]: readonly [type: string, params: GraphNode['params'], v?: number] };
  readonly edges: readonly string[];
}

export const graphOf = ({ nodes, edges }: Drawing) => ({
  nodes: Object.entries(nodes)
    .map(([id, [type, params, v]]) => ({
      id,
      type,
      v: v ?? types.get(type)?.upgrades?.length ?? 0,
      params,
    }))
    .map((node) => ({ ...node, v: node.v + 1 })),
  edges: edges.map((edge): Edge => {
    const [, from = '', port = '', to = ''] = /^(\S+)\.(\S+) → (\S+)$/.exec(edge) ?? [];
    return { from, port, to };
  }),
});

const types = await loadNodeTypes();

export interface House {
  readonly runtime: Runtime;
  readonly intake: Intake;
  readonly store: Store;
  readonly ports: Ports;
  /** What went out through the channel, as `id text`. */
  readonly sent: { readonly id: string; readonly message: OutboundMessage }[];
  readonly news: News[];
  /** Moves the clock. */
  pass(ms: number): void;
  /** Until nothing is going on. */
  rest(): Promise<void>;
  /** What is owed once everything that was performed has been settled. */
  owed(conversation: string): Promise<readonly PendingEffect[] | undefined>;
}

export interface HouseOptions {
  readonly channel?: Partial<Channel>;
  readonly answer?: (url: string) => Promise<HttpAnswer>;
  readonly store?: (store: Store) => Store;
  readonly reconcileMs?: number;
}

/** Publishes flows and connects one number. */
export async function furnish(
  database: TestDatabase,
  flows: { readonly [id: string]: Drawing },
  { fallback, calendars = [] }: { readonly fallback?: string; readonly calendars?: readonly Calendar[] } = {},
): Promise<void> {
  await createIndexes(database.db, indexes({ messages: 365, journal: 90 }));
  const store = mongoStore(database.db, 'furnisher');
  await store.numbers.put({
    id: NUMBER,
    account: '1',
    name: 'Test',
    display: '+1 555 000 1111',
    token: { sealed: 'token' },
    appSecret: { sealed: 'secret' },
    perSecond: 1_000,
    ...(fallback !== undefined && { fallback }),
  });
  for (const calendar of calendars) await store.calendars.put(calendar);
  for (const [id, drawing] of Object.entries(flows)) {
    const draft = { graph: graphOf(drawing), layout: {} };
    await store.flows.addVersion({ ...draft, flow: id, version: 1, name: id, order: 0, publishedAt: NOON });
    await store.flows.save({
      id,
      name: id,
      order: 0,
      draft,
      live: 1,
      latest: 1,
      revision: 1,
      updatedAt: NOON,
    });
  }
}

/** A server process over a furnished database, with a channel that keeps what it is given. */
export async function moveIn(database: TestDatabase, options: HouseOptions = {}): Promise<House> {
  const processId = randomUUID();
  const plain = mongoStore(database.db, processId);
  const store = options.store?.(plain) ?? plain;
  const sent: House['sent'] = [];
  const news: News[] = [];
  let now = NOON;
  const ports: Ports = {
    processId,
    store,
    workspace: await openWorkspace(store, types, ({ sealed }) => sealed),
    channel: {
      send: async (_number, _to, message, id) => {
        sent.push({ id, message });
        return { channelId: `wamid.${id}` };
      },
      markRead: async () => undefined,
      ...options.channel,
    },
    outside: {
      request: async ({ url }) => (options.answer ? options.answer(url) : { status: 404, body: null }),
    },
    live: { publish: (item) => void news.push(item) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: () => now,
    reconcileMs: options.reconcileMs ?? 20_000,
  };
  const runtime = createRuntime(ports);
  const rest = async (): Promise<void> => {
    // What was handed in may hand in more in the very next turn.
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await runtime.idle();
    }
  };
  const intake = createIntake(ports, runtime);
  return {
    runtime,
    intake,
    store,
    ports,
    sent,
    news,
    pass: (ms) => {
      now += ms;
    },
    rest,
    owed: async (conversation) => {
      await rest();
      await runtime.stop();
      return (await store.conversations.load(conversation))?.pending;
    },
  };
}

let counter = 0;

/** A message from a contact, as a channel delivers it. */
export const says = (
  text: string,
  contact = '66810000001',
  id = `wamid.in.${++counter}`,
): InboundDelivery => ({
  number: NUMBER,
  sender: { address: contact, phone: contact, name: 'Ana' },
  at: NOON,
  message: { id, kind: 'text', text },
});

/** Somebody's hello, as a process stored it. */
export const received = (contact: string, process: string): InboundRecord => ({
  id: `wamid.kept.${contact}`,
  conversation: `${NUMBER}:${contact}`,
  number: NUMBER,
  contact,
  process,
  at: NOON,
  sentAt: NOON,
  message: { id: `wamid.kept.${contact}`, kind: 'text', text: 'hello' },
  sender: {},
});

export const delivery = (...messages: readonly InboundDelivery[]) => ({
  messages,
  statuses: [],
  notices: [],
});

export const textsOf = (house: House): readonly string[] =>
  house.sent.map(({ message }) => ('text' in message ? message.text : message.kind));

/** Delivers messages and waits until all that follows is done. */
export const hears = async (house: House, ...messages: readonly InboundDelivery[]): Promise<void> => {
  await house.intake.accept(delivery(...messages));
  await house.rest();
};
