import type { Collection, Db } from 'mongodb';
import type { BusinessNumber, Chat, ChatMessage, PendingWebhook, Phone } from '../model.ts';
import { gatheredWrites } from './gathered-writes.ts';
import { mongoMedia } from './mongo-media.ts';
import { below, type SimulatorStore } from './store.ts';

/**
 * What callers wrote is kept as JSON text: its keys may hold `$` and dots, and be nested deeper than BSON allows.
 * Only what is asked for stands beside it.
 */
interface Kept {
  readonly _id: string;
  readonly json: string;
}

type KeptChat = Omit<Chat, 'id'> & { readonly _id: string };
type KeptMessage = Kept & Pick<ChatMessage, 'chat' | 'from' | 'order' | 'at' | 'status'>;

type WorldShelf = Pick<
  SimulatorStore,
  'load' | 'saveNumber' | 'removeNumber' | 'savePhone' | 'saveChat' | 'saveWebhooks' | 'removeWebhooks'
>;
type MessageShelf = Pick<SimulatorStore, 'saveMessage' | 'message' | 'history' | 'advance' | 'markRead'>;

/** The indexes that the store's queries need, for whoever makes indexes. */
export const simulatorIndexes = [
  { collection: 'simulator_messages', key: { chat: 1, order: -1 }, name: 'history' },
  { collection: 'simulator_messages', key: { chat: 1, from: 1, status: 1, order: 1 }, name: 'unread' },
  { collection: 'simulator_messages', key: { at: 1 }, name: 'age' },
  { collection: 'simulator_media', key: { createdAt: 1 }, name: 'age' },
] as const;

/** A store in MongoDB. Tokens and secrets of its virtual numbers are play money and lie there as they are. */
export function mongoStore(db: Db): SimulatorStore {
  const messages = db.collection<KeptMessage>('simulator_messages');
  const media = mongoMedia(db);
  return {
    ...world(db),
    ...messageShelf(messages),
    ...media,
    prune: async (before) => {
      await messages.deleteMany({ at: { $lt: before } });
      await media.pruneMedia(before);
    },
  };
}

function world(db: Db): WorldShelf {
  const numbers = db.collection<Kept>('simulator_numbers');
  const phones = db.collection<Kept>('simulator_phones');
  const chats = db.collection<KeptChat>('simulator_chats');
  const webhooks = db.collection<Kept>('simulator_webhooks');
  const writeWebhook = gatheredWrites(webhooks);
  const writeChat = gatheredWrites(chats);
  return {
    load: async () => ({
      numbers: await allOf<BusinessNumber>(numbers),
      phones: await allOf<Phone>(phones),
      chats: (await chats.find().toArray()).map(({ _id, ...chat }) => ({ ...chat, id: _id })),
      webhooks: await allOf<PendingWebhook>(webhooks),
    }),
    saveNumber: (number) => put(numbers, number.phoneNumberId, number),
    removeNumber: async (id) => void (await numbers.deleteOne({ _id: id })),
    savePhone: (phone) => put(phones, phone.id, phone),
    saveChat: ({ id, ...replacement }) =>
      writeChat({ replaceOne: { filter: { _id: id }, replacement, upsert: true } }),
    saveWebhooks: async (list) => {
      const documents = list.map((webhook) => ({ _id: webhook.id, json: JSON.stringify(webhook) }));
      await Promise.all(documents.map((document) => writeWebhook({ insertOne: { document } })));
    },
    removeWebhooks: (ids) => writeWebhook({ deleteMany: { filter: { _id: { $in: [...ids] } } } }),
  };
}

function messageShelf(messages: Collection<KeptMessage>): MessageShelf {
  const write = gatheredWrites(messages);
  return {
    saveMessage: ({ id, chat, from, order, at, status, ...rest }) => {
      const replacement = { chat, from, order, at, status, json: JSON.stringify(rest) };
      return write({ replaceOne: { filter: { _id: id }, replacement, upsert: true } });
    },
    message: async (id) => {
      const found = await messages.findOne({ _id: id });
      return found ? revived(found) : undefined;
    },
    history: async (chat, before, limit) => {
      const newest = messages
        .find({ chat, order: { $lt: before } })
        .sort({ order: -1 })
        .limit(limit);
      return (await newest.toArray()).map(revived).reverse();
    },
    advance: async (id, status) => {
      const filter = { _id: id, status: { $in: [...below[status]] } };
      return (await messages.updateOne(filter, { $set: { status } })).modifiedCount > 0;
    },
    markRead: async ({ chat, from, upTo }) => {
      const status = { $in: [...below.read] };
      const unread = messages.find({ chat, from, status, order: { $lte: upTo } }, { projection: { _id: 1 } });
      const ids = (await unread.toArray()).map((message) => message._id);
      if (ids.length > 0)
        await messages.updateMany({ _id: { $in: ids }, status }, { $set: { status: 'read' } });
      return ids;
    },
  };
}

const revived = ({ _id, json, ...asked }: KeptMessage): ChatMessage =>
  ({ ...JSON.parse(json), ...asked, id: _id }) as ChatMessage;

async function put(collection: Collection<Kept>, id: string, value: object): Promise<void> {
  await collection.replaceOne({ _id: id }, { json: JSON.stringify(value) }, { upsert: true });
}

async function allOf<T>(collection: Collection<Kept>): Promise<readonly T[]> {
  return (await collection.find().toArray()).map((document) => JSON.parse(document.json) as T);
}
