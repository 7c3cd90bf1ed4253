import { type Db, MongoBulkWriteError } from 'mongodb';
import type { GoalRecord, Goals, Journal, JournalEntry, Stretch } from '../store.ts';
import { AFTERWARDS, coalesce } from './coalesce.ts';

type Stored<T extends { readonly id: string; readonly at: number }> = Omit<T, 'id' | 'at'> & {
  readonly _id: string;
  readonly at: Date;
};

export function mongoJournal(db: Db): Journal {
  const collection = db.collection<Stored<JournalEntry>>('journal');
  return {
    record: onceEach<JournalEntry>(db, 'journal'),
    latest: async (limit, conversation) => {
      const entries = collection.find(
        conversation === undefined ? { at: { $gt: new Date(0) } } : { conversation },
      );
      return (await entries.sort({ at: -1 }).limit(limit).toArray()).map(entryOf);
    },
    of: async (conversation, event) => {
      const entry = await collection.findOne({ _id: event, conversation });
      return entry ? entryOf(entry) : undefined;
    },
    starts: (flow, stretch) => collection.countDocuments({ starts: flow, at: within(stretch) }),
  };
}

export const mongoGoals = (db: Db): Goals => ({
  reach: onceEach<GoalRecord>(db, 'goals'),
  reached: (flow, stretch) =>
    db.collection<Stored<GoalRecord>>('goals').countDocuments({ flow, at: within(stretch) }),
});

const within = ({ from, until }: Stretch) => ({ $gte: new Date(from), $lt: new Date(until) });

/** Inserts what is not there yet: the same id twice is the same fact. */
function onceEach<T extends { readonly id: string; readonly at: number }>(
  db: Db,
  name: string,
): (fact: T) => Promise<void> {
  const collection = db.collection<{ _id: string; at: Date }>(name);
  return coalesce(async (facts: readonly T[]) => {
    const documents = facts.map(({ id, at, ...rest }) => ({ ...rest, _id: id, at: new Date(at) }));
    await collection.insertMany(documents, { ordered: false }).catch((error: unknown) => {
      if (
        !(error instanceof MongoBulkWriteError) ||
        [error.writeErrors].flat().some(({ code }) => code !== 11000)
      )
        throw error;
    });
    return facts.map(() => undefined);
  }, AFTERWARDS);
}

const entryOf = ({ _id, at, ...entry }: Stored<JournalEntry>): JournalEntry => ({
  ...entry,
  id: _id,
  at: at.getTime(),
});
