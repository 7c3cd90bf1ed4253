import { type AnyBulkWriteOperation, type Db, MongoBulkWriteError } from 'mongodb';
import {
  type InboundRecord,
  type MessageRecord,
  type Messages,
  RANKS,
  type Rank,
  type StatusRecord,
} from '../store.ts';
import { AFTERWARDS, coalesce } from './coalesce.ts';

/** A message of either direction; fields of an outbound one may come before it, from an early status. */
interface MessageDocument {
  readonly _id: string;
  readonly conversation?: string;
  readonly number?: string;
  readonly contact?: string;
  readonly at?: Date;
  readonly direction?: 'in' | 'out';
  readonly message?: MessageRecord['message'];
  readonly rank?: number;
  readonly times?: { readonly [rank: string]: Date };
  readonly channelId?: string;
  readonly failure?: { readonly code: string; readonly reason: string };
  readonly pricing?: object;
  readonly agent?: string;
  readonly process?: string;
  readonly sentAt?: number;
  readonly sender?: InboundRecord['sender'];
}

type Write = AnyBulkWriteOperation<MessageDocument>;

export function mongoMessages(db: Db): Messages {
  const collection = db.collection<MessageDocument>('messages');

  const writeAll = async (writes: readonly (readonly Write[])[]) => {
    await collection.bulkWrite(writes.flat(), { ordered: false });
    return writes.map(() => undefined);
  };
  const write = coalesce(writeAll);
  const writeAfterwards = coalesce(writeAll, AFTERWARDS);

  const receive = coalesce(async (batches: readonly (readonly InboundRecord[])[]) => {
    const documents = batches.flat().map(inboundDocument);
    const known = await insertNew(documents);
    // Within one batch only the first of two equal ids is new.
    return batches.map((batch) => batch.filter(({ id }) => !known.has(id) && known.add(id)));
  });

  const insertNew = async (documents: readonly MessageDocument[]): Promise<Set<string>> => {
    const once = [...new Map(documents.map((document) => [document._id, document])).values()];
    if (once.length === 0) return new Set();
    try {
      await collection.insertMany(once, { ordered: false });
      return new Set();
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError)) throw error;
      const failures = [error.writeErrors].flat();
      const other = failures.find(({ code }) => code !== DUPLICATE_KEY);
      if (other) throw error;
      return new Set(failures.map(({ index }) => once[index]?._id ?? ''));
    }
  };

  return {
    receive,
    receivedBy: async function* (process, since) {
      const found = collection.find({ at: { $gte: new Date(since) }, process, direction: 'in' });
      for await (const document of found.sort({ at: 1 })) yield inboundRecord(document);
    },
    note: (record) => writeAfterwards([noting(record)]),
    applyStatuses: async (statuses) => {
      if (statuses.length > 0) await write(statuses.map(rising));
    },
    get: async (id) => {
      const document = await collection.findOne({ _id: id });
      return document?.message ? record(document) : undefined;
    },
    rankOf: async (id) => {
      const document = await collection.findOne({ _id: id }, { projection: { rank: 1 } });
      return document?.rank === undefined ? undefined : rankNames.get(document.rank);
    },
    of: async (conversation, limit) => {
      const latest = collection.find({ conversation }).sort({ at: -1 }).limit(limit);
      return (await latest.toArray()).map(record);
    },
  };
}

const DUPLICATE_KEY = 11000;

const inboundDocument = ({ id, at, ...rest }: InboundRecord): MessageDocument => ({
  _id: id,
  ...rest,
  direction: 'in',
  at: new Date(at),
});

/** A status may come before the note of the message it is about, so each writes only its own and never lowers. */
function noting({ id, rank = 'queued', at, ...rest }: MessageRecord): Write {
  return {
    updateOne: {
      filter: { _id: id },
      update: {
        $set: { ...rest, at: new Date(at) },
        $max: { rank: RANKS[rank] },
      },
      upsert: true,
    },
  };
}

function rising({ messageId, channelId, rank, at, failure, pricing }: StatusRecord): Write {
  return {
    updateOne: {
      filter: messageId === undefined ? { channelId } : { _id: messageId },
      update: {
        $set: {
          channelId,
          [`times.${rank}`]: new Date(at),
          ...(failure && { failure }),
          ...(pricing && { pricing }),
        },
        $max: { rank: RANKS[rank] },
        // News of a message that is never noted must be forgotten one day as well.
        ...(messageId !== undefined && { $setOnInsert: { at: new Date(at) } }),
      },
      upsert: messageId !== undefined,
    },
  };
}

const rankNames = new Map<number, Rank>(Object.entries(RANKS).map(([name, value]) => [value, name as Rank]));

function record(document: MessageDocument): MessageRecord {
  const { _id, at, rank, times, process, sentAt, sender, pricing, failure, ...rest } = document;
  const name = rank === undefined ? undefined : rankNames.get(rank);
  return {
    ...(rest as Omit<MessageRecord, 'id' | 'at' | 'rank' | 'failure'>),
    id: _id,
    at: at?.getTime() ?? 0,
    ...(name && { rank: name }),
    ...(failure && name === 'failed' && { failure }),
  };
}

function inboundRecord(document: MessageDocument): InboundRecord {
  const { _id, at, direction, ...rest } = document;
  return { ...(rest as Omit<InboundRecord, 'id' | 'at'>), id: _id, at: at?.getTime() ?? 0 };
}
