import { Binary } from 'bson';
import { compileTest } from '../match/matcher.ts';
import { notSupported, Refusal } from '../refusal.ts';
import type { Document } from '../values/document.ts';
import { listed } from './aggregate.ts';
import { collectionName, countArgument, databaseName, documentArgument } from './arguments.ts';
import type { Handler } from './engine.ts';

const NOT_HERE = [
  'capped',
  'viewOn',
  'validator',
  'timeseries',
  'collation',
  'clusteredIndex',
  'encryptedFields',
  'changeStreamPreAndPostImages',
];

/** `create` */
export const create: Handler = (command, { catalogue }) => {
  const database = databaseName(command);
  const name = collectionName(command);
  for (const option of NOT_HERE)
    if (command[option]) throw notSupported(`creating a collection with '${option}'`);
  if (catalogue.find(database, name)) {
    throw new Refusal(48, 'NamespaceExists', `Collection ${database}.${name} already exists.`);
  }
  catalogue.ensure(database, name);
  return { ok: 1 };
};

/** `drop` */
export const drop: Handler = (command, { catalogue }) => {
  const collection = catalogue.find(databaseName(command), collectionName(command));
  if (!collection) return { ok: 1 };
  const nIndexesWas = collection.indexes.length + 1;
  catalogue.drop(collection);
  return { nIndexesWas, ns: collection.namespace, ok: 1 };
};

/** `dropDatabase` */
export const dropDatabase: Handler = (command, { catalogue }) => {
  const database = databaseName(command);
  for (const collection of [...catalogue.collections])
    if (collection.database === database) catalogue.drop(collection);
  return { dropped: database, ok: 1 };
};

/** `listCollections` */
export const listCollections: Handler = (command, { catalogue, cursors }) => {
  const database = databaseName(command);
  const answers = compileTest(documentArgument(command, 'filter') ?? {});
  const found: Document[] = [];
  for (const { database: at, name, id } of catalogue.collections) {
    const uuid = Buffer.alloc(16);
    uuid.writeUInt32BE(id, 12);
    const entry: Document = {
      name,
      type: 'collection',
      options: {},
      info: { readOnly: false, uuid: new Binary(uuid, 4) },
      idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
    };
    if (at === database && answers(entry))
      found.push(command['nameOnly'] === true ? { name, type: 'collection' } : entry);
  }
  return cursors.start(
    `${database}.$cmd.listCollections`,
    listed(found),
    countArgument(documentArgument(command, 'cursor') ?? {}, 'batchSize'),
  );
};

/** `listDatabases` */
export const listDatabases: Handler = (command, { catalogue }) => {
  const answers = compileTest(documentArgument(command, 'filter') ?? {});
  const names = [...new Set([...catalogue.collections].map(({ database }) => database))].sort();
  const databases = names.map((name) => ({ name, sizeOnDisk: 0, empty: false })).filter(answers);
  return {
    databases: command['nameOnly'] === true ? databases.map(({ name }) => ({ name })) : databases,
    totalSize: 0,
    ok: 1,
  };
};

/** `collStats` */
export const collStats: Handler = (command, { catalogue }) => {
  const database = databaseName(command);
  const name = collectionName(command);
  const collection = catalogue.find(database, name);
  return {
    ns: `${database}.${name}`,
    count: collection?.count() ?? 0,
    size: 0,
    storageSize: 0,
    nindexes: (collection?.indexes.length ?? 0) + 1,
    ok: 1,
  };
};

/** `dbStats` */
export const dbStats: Handler = (command, { catalogue }) => {
  const db = databaseName(command);
  const collections = [...catalogue.collections].filter(({ database }) => database === db);
  const indexes = collections.reduce((sum, collection) => sum + collection.indexes.length + 1, 0);
  const objects = collections.reduce((sum, collection) => sum + collection.count(), 0);
  return { db, collections: collections.length, indexes, objects, ok: 1 };
};
