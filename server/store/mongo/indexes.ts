import type { CreateIndexesOptions, Db, IndexSpecification } from 'mongodb';

/** An index, and the question it answers. */
export interface IndexDeclaration {
  readonly collection: string;
  readonly name: string;
  readonly key: IndexSpecification;
  readonly options?: CreateIndexesOptions;
}

/** Days after which messages and journal entries are deleted. */
export interface Retention {
  readonly messages: number;
  readonly journal: number;
}

const DAY_SECONDS = 86_400;

/** Every index there is, besides those on _id. A query that none of them serves fails the tests. */
export const indexes = ({ messages, journal }: Retention): readonly IndexDeclaration[] => [
  { collection: 'conversations', name: 'abandoned', key: { sweepAt: 1 }, options: { sparse: true } },
  { collection: 'conversations', name: 'due', key: { wakeAt: 1 }, options: { sparse: true } },
  { collection: 'conversations', name: 'withPeople', key: { attention: 1 }, options: { sparse: true } },
  { collection: 'conversations', name: 'inside', key: { inside: 1 }, options: { sparse: true } },
  { collection: 'flows', name: 'moving', key: { 'moving.at': 1 }, options: { sparse: true } },
  { collection: 'messages', name: 'ofConversation', key: { conversation: 1, at: -1 } },
  { collection: 'messages', name: 'byChannelId', key: { channelId: 1 }, options: { sparse: true } },
  {
    collection: 'messages',
    name: 'retention',
    key: { at: 1 },
    options: { expireAfterSeconds: messages * DAY_SECONDS },
  },
  { collection: 'journal', name: 'ofConversation', key: { conversation: 1, at: -1 } },
  // Counted from the index alone; what starts nothing is not in it.
  {
    collection: 'journal',
    name: 'starts',
    key: { starts: 1, at: 1 },
    options: { partialFilterExpression: { starts: { $exists: true } } },
  },
  { collection: 'goals', name: 'ofFlow', key: { flow: 1, at: 1 } },
  { collection: 'flowTests', name: 'ofFlow', key: { flow: 1, name: 1 } },
  { collection: 'shifts', name: 'silent', key: { beatAt: 1 } },
  { collection: 'users', name: 'byEmail', key: { email: 1 }, options: { unique: true } },
  { collection: 'signIns', name: 'ofUser', key: { user: 1 }, options: { sparse: true } },
  { collection: 'signIns', name: 'expiry', key: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } },
  {
    collection: 'journal',
    name: 'retention',
    key: { at: 1 },
    options: { expireAfterSeconds: journal * DAY_SECONDS },
  },
];

/** Makes the indexes that are missing; one whose options have changed is made anew. */
export async function createIndexes(db: Db, declared: readonly IndexDeclaration[]): Promise<void> {
  for (const { collection, name, key, options } of declared) {
    const create = () => db.collection(collection).createIndex(key, { name, ...options });
    await create().catch(async (error: { readonly code?: number }) => {
      if (error.code !== INDEX_OPTIONS_CONFLICT) throw error;
      await db.collection(collection).dropIndex(name);
      await create();
    });
  }
}

const INDEX_OPTIONS_CONFLICT = 85;
