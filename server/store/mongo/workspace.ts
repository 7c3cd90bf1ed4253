import type { Db } from 'mongodb';
import type { Settings } from '../../../nodes/contract/settings.ts';
import type { WorkspaceSettings } from '../store.ts';

interface SettingsDocument {
  readonly _id: string;
  readonly settings?: Settings;
  readonly revision?: number;
  readonly value?: string;
}

const WORKSPACE = 'workspace';

export function mongoWorkspace(db: Db): WorkspaceSettings {
  const collection = db.collection<SettingsDocument>('settings');
  const update = (change: object) =>
    collection.updateOne({ _id: WORKSPACE }, { ...change, $inc: { revision: 1 } }, { upsert: true });
  return {
    read: async () => (await collection.findOne({ _id: WORKSPACE }))?.settings,
    write: async (settings) => {
      await update({ $set: { settings } });
    },
    revision: async () => (await collection.findOne({ _id: WORKSPACE }))?.revision ?? 0,
    touch: async () => {
      await update({});
    },
    once: async (name, value) => {
      const kept = await collection.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { value } },
        { upsert: true, returnDocument: 'after' },
      );
      return kept?.value ?? value;
    },
  };
}
