import { failedToParse, Refusal } from '../refusal.ts';
import type { Collection } from '../storage/collection.ts';
import type { Index } from '../storage/index.ts';
import { equal } from '../values/compare.ts';
import { type Document, isDocument } from '../values/document.ts';
import { listed } from './aggregate.ts';
import {
  collectionName,
  countArgument,
  databaseName,
  documentArgument,
  documentsArgument,
} from './arguments.ts';
import type { Engine, Handler } from './engine.ts';
import { alreadyThere, readIndexSpec } from './index-specs.ts';

/** `createIndexes` */
export const createIndexes: Handler = (command, { catalogue }) => {
  const database = databaseName(command);
  const name = collectionName(command);
  const specs = documentsArgument(command, 'indexes').map(readIndexSpec);
  const created = !catalogue.find(database, name);
  let collection = catalogue.ensure(database, name);
  const before = collection.indexes.length + 1;
  for (const spec of specs) {
    if (spec && !alreadyThere(collection, spec)) collection = catalogue.createIndex(collection, spec);
  }
  const after = collection.indexes.length + 1;
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: created,
    ...(before === after ? { note: 'all indexes already exist' } : {}),
    ok: 1,
  };
};

/** `listIndexes` */
export const listIndexes: Handler = (command, engine) => {
  const collection = existing(command, engine);
  const specs = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...collection.indexes.map(({ spec }) => spec)];
  return engine.cursors.start(
    collection.namespace,
    listed(specs),
    countArgument(documentArgument(command, 'cursor') ?? {}, 'batchSize'),
  );
};

/** `dropIndexes` */
export const dropIndexes: Handler = (command, engine) => {
  let collection = existing(command, engine);
  const nIndexesWas = collection.indexes.length + 1;
  for (const index of indexesNamed(collection, command['index']))
    collection = engine.catalogue.dropIndex(collection, index);
  return { nIndexesWas, ok: 1 };
};

function existing(command: Document, { catalogue }: Engine): Collection {
  const database = databaseName(command);
  const name = collectionName(command);
  const collection = catalogue.find(database, name);
  if (!collection) throw new Refusal(26, 'NamespaceNotFound', `ns does not exist: ${database}.${name}`);
  return collection;
}

function indexesNamed(collection: Collection, wanted: unknown): readonly Index[] {
  if (wanted === '*') return [...collection.indexes];
  return (Array.isArray(wanted) ? (wanted as readonly unknown[]) : [wanted]).map((one) => {
    if (one === '_id_' || (isDocument(one) && equal(one, { _id: 1 })))
      throw new Refusal(72, 'InvalidOptions', 'cannot drop _id index');
    if (typeof one !== 'string' && !isDocument(one))
      throw failedToParse("'index' must be a name, a key pattern or a list of names");
    const index = collection.indexes.find(({ name, spec }) =>
      isDocument(one) ? equal(spec.key, one) : name === one,
    );
    if (!index)
      throw new Refusal(
        27,
        'IndexNotFound',
        `index not found with name [${isDocument(one) ? JSON.stringify(one) : one}]`,
      );
    return index;
  });
}
