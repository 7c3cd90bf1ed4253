import type { Calendar } from '../../nodes/contract/calendar.ts';
import { type ConversationEvent, nextWake } from '../../nodes/contract/conversation.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import { type InboundContent, wordsOf } from '../../nodes/contract/message.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import type { InboundDelivery } from '../../server/channels/channel.ts';
import type { NumberPlan } from '../../server/engine/compile-world.ts';
import type { Chat, Deed } from '../../server/rehearsal/chat.ts';
import { momentOf } from '../../server/rehearsal/parse-setting.ts';
import { type HttpAnswer, OutsideFailure } from '../../server/runtime/ports.ts';
import { wakeDue } from '../../server/runtime/wake-due.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import type { JournalEntry } from '../../server/store/store.ts';
import type { TestDatabase } from '../database.ts';
import { type House, moveIn } from '../runtime/house.ts';

/** What production is furnished with for one chat. */
export interface Furniture {
  readonly live: readonly FlowVersion[];
  readonly calendars: readonly Calendar[];
  readonly number: NumberPlan;
  readonly settings: Settings;
}

/** Plays a chat in a production runtime over a real database; the answer is its journal, oldest first. */
export async function playInProduction(
  database: TestDatabase,
  furniture: Furniture,
  chat: Chat,
): Promise<readonly JournalEntry[]> {
  await clear(database);
  await furnishWith(database, furniture, chat);
  const asked = openCalls();
  const house = await moveIn(database, { answer: asked.answer });
  house.pass(chat.setting.at - house.ports.clock());
  const scene: Scene = { house, asked, chat, said: 0, spoken: '' };
  for (const { deed } of chat.lines) if (deed) await perform(scene, deed);
  asked.forget();
  await house.rest();
  await house.runtime.stop();
  return house.news.flatMap((news) => (news.type === 'journal' ? [news.entry] : []));
}

interface Scene {
  readonly house: House;
  readonly asked: OpenCalls;
  readonly chat: Chat;
  said: number;
  /** The id of the latest message that had words. */
  spoken: string;
}

const idOf = ({ setting }: Chat): string => `${setting.number.id}:${setting.contact.id}`;

async function clear({ db }: TestDatabase): Promise<void> {
  for (const name of [
    'conversations',
    'contacts',
    'messages',
    'journal',
    'goals',
    'flows',
    'versions',
    'calendars',
    'numbers',
    'workspace',
  ])
    await db.collection(name).deleteMany({});
}

async function furnishWith(
  { db }: TestDatabase,
  { live, calendars, number, settings }: Furniture,
  { setting }: Chat,
): Promise<void> {
  const store = mongoStore(db, 'furnisher');
  await store.workspace.write(settings);
  for (const calendar of calendars) await store.calendars.put(calendar);
  for (const version of live) {
    const { flow: id, name, order, graph, layout } = version;
    await store.flows.addVersion(version);
    await store.flows.save({
      id,
      name,
      order,
      draft: { graph, layout },
      live: 1,
      latest: 1,
      revision: 1,
      updatedAt: 0,
    });
  }
  await store.numbers.put({
    ...number,
    ...{
      account: '1',
      name: 'Test',
      display: '1',
      token: { sealed: '' },
      appSecret: { sealed: '' },
      perSecond: 1_000,
    },
  });
  await store.contacts.add(setting.contact, setting.at);
}

async function perform(scene: Scene, deed: Deed): Promise<void> {
  const { house, asked, chat } = scene;
  switch (deed.does) {
    case 'write':
      return hear(scene, deed.content);
    case 'tap':
      return tap(scene, deed.label, deed.back);
    case 'react':
      return hear(scene, { kind: 'reaction', to: house.sent.at(-1)?.id ?? '', emoji: deed.emoji });
    case 'edit':
      return hear(scene, { kind: 'edit', of: scene.spoken, text: deed.text });
    case 'revoke':
      return hear(scene, { kind: 'revoke', of: scene.spoken });
    case 'answer':
      asked.settle({ status: deed.status, body: deed.body }, 'http');
      break;
    case 'find':
      asked.settle({ status: deed.record === null ? 404 : 200, body: deed.record }, 'crm');
      break;
    case 'fail':
      asked.settle(new OutsideFailure(deed.code, deed.reason));
      break;
    case 'pass':
      return passTime(scene, house.ports.clock() + deed.ms);
    case 'passUntil':
      return passTime(scene, momentOf(deed.day, deed.time, chat.setting.timeZone) ?? 0);
    case 'claim':
      return people(scene, { type: 'agentClaimed', agent: deed.agent });
    case 'release': {
      const owner = (await house.store.conversations.load(idOf(chat)))?.conversation.owner;
      const effect = owner && 'effect' in owner ? owner.effect : undefined;
      return people(scene, {
        type: 'agentReleased',
        effect: effect ?? '',
        how: deed.how,
        ...(deed.note !== undefined && { note: deed.note }),
      });
    }
    case 'request':
      return people(scene, { type: 'flowRequested', flow: deed.flow, set: deed.set });
  }
  await house.rest();
}

/** What the phone sends, as the channel delivers it. */
async function hear(scene: Scene, content: InboundContent, replyTo?: string): Promise<void> {
  const { house, chat } = scene;
  const { setting } = chat;
  scene.said += 1;
  const id = `in${scene.said}`;
  if (wordsOf(content) !== '') scene.spoken = id;
  const delivery: InboundDelivery = {
    number: setting.number.id,
    sender: { address: setting.contact.id },
    at: house.ports.clock(),
    message: { ...content, id, ...(replyTo !== undefined && { replyTo }) },
  };
  await house.intake.accept({ messages: [delivery], statuses: [], notices: [] });
  await house.rest();
}

/** Taps what really went out. */
async function tap(scene: Scene, label: string, back?: number): Promise<void> {
  const questions = scene.house.sent.flatMap(({ id, message }) =>
    message.kind === 'choices' ? [{ id, message }] : [],
  );
  const asked = back === undefined ? questions : questions.slice(questions.length - back).slice(0, 1);
  const found = asked.findLast(({ message }) => message.options.some((option) => option.label === label));
  const option = found?.message.options.find((other) => other.label === label);
  if (!found || !option) return;
  const { origin } = found.message;
  await hear(scene, { kind: 'tap', title: label, option: option.id, ...(origin && { origin }) }, found.id);
}

/** Time passes as it does in production: at each moment that the store names, what is due is woken. */
async function passTime({ house, chat }: Scene, until: number): Promise<void> {
  for (;;) {
    const stored = await house.store.conversations.load(idOf(chat));
    const next = stored && nextWake(stored.conversation);
    if (next === undefined || next > until) break;
    house.pass(Math.max(0, next - house.ports.clock()));
    await wakeDue(house.ports, house.runtime);
    await house.rest();
  }
  house.pass(Math.max(0, until - house.ports.clock()));
}

type Happening<E = ConversationEvent> = E extends ConversationEvent ? Omit<E, 'id' | 'at'> : never;

let deeds = 0;

async function people({ house, chat: { setting } }: Scene, happening: Happening): Promise<void> {
  deeds += 1;
  const event = { ...happening, id: `people:${deeds}`, at: house.ports.clock() } as ConversationEvent;
  await house.runtime.receive({ number: setting.number.id, contact: setting.contact.id }, event);
  await house.rest();
}

/** Calls of the outside that have not been answered yet, oldest first. */
interface OpenCalls {
  answer(url: string): Promise<HttpAnswer>;
  settle(answer: HttpAnswer | Error, kind?: 'http' | 'crm'): void;
  /** Nobody answers any more. */
  forget(): void;
}

function openCalls(): OpenCalls {
  let open: { readonly kind: 'http' | 'crm'; give(answer: HttpAnswer | Error): void }[] = [];
  return {
    answer: (url) =>
      new Promise((resolve, reject) => {
        const give = (answer: HttpAnswer | Error) =>
          answer instanceof Error ? reject(answer) : resolve(answer);
        open.push({ kind: /^\/(people|orders|tickets)[/?]/.test(url) ? 'crm' : 'http', give });
      }),
    settle: (answer, kind) => {
      const found = open.find((call) => kind === undefined || call.kind === kind);
      open = open.filter((call) => call !== found);
      found?.give(answer);
    },
    forget: () => {
      for (const { give } of open) give(new OutsideFailure('stopping', 'The test is over.'));
      open = [];
    },
  };
}
