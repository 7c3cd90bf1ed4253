import type { Db } from 'mongodb';
import type { Contact, ContactPatch } from '../../../nodes/contract/contact.ts';
import type { Contacts } from '../store.ts';
import { coalesce } from './coalesce.ts';

type ContactDocument = Omit<Contact, 'id'> & {
  readonly _id: string;
  readonly createdAt?: Date;
  readonly updatedAt?: Date;
};

export function mongoContacts(db: Db): Contacts {
  const collection = db.collection<ContactDocument>('contacts');
  return {
    load: coalesce(async (ids: readonly string[]) => {
      const found = await collection.find({ _id: { $in: [...new Set(ids)] } }).toArray();
      const byId = new Map(found.map((document) => [document._id, fromDocument(document)]));
      return ids.map((id) => byId.get(id));
    }),
    add: async ({ id, ...contact }, at) => {
      await collection.updateOne(
        { _id: id },
        { $setOnInsert: { ...contact, createdAt: new Date(at) } },
        { upsert: true },
      );
    },
    patch: async (id, patch) => {
      for (const update of updatesOf(patch)) await collection.updateOne({ _id: id }, update);
    },
  };
}

/** Tags are added and taken away in two steps, since MongoDB refuses both on one field in one update. */
function updatesOf({ addTags = [], removeTags = [], fields = {}, ...rest }: ContactPatch) {
  const set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`fields.${name}`, value]));
  const removed = removeTags.filter((tag) => !addTags.includes(tag));
  return [
    {
      $currentDate: { updatedAt: true as const },
      ...(Object.keys(rest).length + Object.keys(set).length > 0 && { $set: { ...rest, ...set } }),
      ...(addTags.length > 0 && { $addToSet: { tags: { $each: [...addTags] } } }),
    },
    ...(removed.length > 0 ? [{ $pull: { tags: { $in: removed } } }] : []),
  ];
}

const fromDocument = ({ _id, createdAt, updatedAt, ...contact }: ContactDocument): Contact => ({
  id: _id,
  ...contact,
});
