import type { Db } from 'mongodb';
import type { UserRecord, Users } from '../store.ts';
import { isDuplicate } from './documents.ts';

type UserDocument = Omit<UserRecord, 'id'> & { readonly _id: string };

export function mongoUsers(db: Db): Users {
  const collection = db.collection<UserDocument>('users');
  return {
    get: async (id) => restored(await collection.findOne({ _id: id })),
    byEmail: async (email) => restored(await collection.findOne({ email })),
    all: async () => (await collection.find().sort({ _id: 1 }).toArray()).map(restore),
    any: async () => (await collection.findOne({}, { sort: { _id: 1 } })) !== null,
    add: async ({ id, ...rest }) => {
      try {
        await collection.insertOne({ _id: id, ...rest });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    change: async (id, change) =>
      restored(await collection.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' })),
    remove: async (id) => (await collection.deleteOne({ _id: id })).deletedCount === 1,
  };
}

const restore = ({ _id, ...rest }: UserDocument): UserRecord => ({ id: _id, ...rest });
const restored = (found: UserDocument | null): UserRecord | undefined => (found ? restore(found) : undefined);
