import type { Db } from 'mongodb';
import type { SignInRecord, SignIns } from '../store.ts';

interface SignInDocument extends Omit<SignInRecord, 'id' | 'expiresAt'> {
  readonly _id: string;
  /** A date, since only those are cleared away by themselves. */
  readonly expiresAt: Date;
}

export function mongoSignIns(db: Db): SignIns {
  const collection = db.collection<SignInDocument>('signIns');
  return {
    add: async ({ id, expiresAt, ...rest }) => {
      await collection.insertOne({ _id: id, ...rest, expiresAt: new Date(expiresAt) });
    },
    get: async (id) => {
      const found = await collection.findOne({ _id: id });
      if (!found) return undefined;
      const { _id, expiresAt, ...rest } = found;
      return { id: _id, ...rest, expiresAt: expiresAt.getTime() };
    },
    seen: async (id, seenAt, expiresAt) => {
      await collection.updateOne({ _id: id }, { $set: { seenAt, expiresAt: new Date(expiresAt) } });
    },
    end: async (id) => {
      await collection.deleteOne({ _id: id });
    },
    endOf: async (user, except) => {
      await collection.deleteMany({ user, ...(except !== undefined && { _id: { $ne: except } }) });
    },
  };
}
