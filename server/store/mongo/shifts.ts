import type { Db } from 'mongodb';
import type { Shifts } from '../store.ts';

interface ShiftDocument {
  readonly _id: string;
  readonly servedUntil: number;
  readonly beatAt: number;
}

export function mongoShifts(db: Db): Shifts {
  const collection = db.collection<ShiftDocument>('shifts');
  return {
    beat: async (process, servedUntil, now) => {
      await collection.replaceOne({ _id: process }, { servedUntil, beatAt: now }, { upsert: true });
    },
    silent: async (since) => {
      const found = await collection
        .find({ beatAt: { $lte: since } })
        .sort({ beatAt: 1 })
        .toArray();
      return found.map(({ _id, servedUntil, beatAt }) => ({ process: _id, servedUntil, beatAt }));
    },
    end: async (process, beatAt) => {
      await collection.deleteOne({ _id: process, ...(beatAt !== undefined && { beatAt }) });
    },
  };
}
