import { type Db, type Filter, MongoServerError, type OptionalUnlessRequiredId } from 'mongodb';
import type { Documents } from '../store.ts';

/** A small collection that is read whole. */
export function mongoDocuments<T extends { readonly id: string }>(db: Db, name: string): Documents<T> {
  type Stored = Omit<T, 'id'> & { readonly _id: string };
  const collection = db.collection<Stored>(name);
  const byId = (id: string) => ({ _id: id }) as Filter<Stored>;
  const restore = (stored: object): T => {
    const { _id, ...rest } = stored as { readonly _id: string };
    return { id: _id, ...rest } as T & { readonly id: string };
  };
  return {
    get: async (id) => {
      const found = await collection.findOne(byId(id));
      return found ? restore(found) : undefined;
    },
    all: async () => (await collection.find().sort({ _id: 1 }).toArray()).map(restore),
    put: async ({ id, ...rest }) => {
      await collection.replaceOne(byId(id), rest as OptionalUnlessRequiredId<Stored>, { upsert: true });
    },
    remove: async (id) => (await collection.deleteOne(byId(id))).deletedCount === 1,
  };
}

/** Whether a write was refused because its key is taken. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === 11000;
