import { compileMatcher } from '../match/matcher.ts';
import { findOne } from '../query/one.ts';
import { findRids } from '../query/rows.ts';
import { notSupported } from '../refusal.ts';
import type { Collection } from '../storage/collection.ts';
import type { Document } from '../values/document.ts';
import { toNumber } from '../values/numbers.ts';
import {
  collectionName,
  databaseName,
  documentArgument,
  documentsArgument,
  variablesOf,
} from './arguments.ts';
import type { Engine, Handler } from './engine.ts';
import { rowsOf } from './update.ts';
import { WriteErrors } from './write-errors.ts';

/** `delete` */
export const remove: Handler = (command, engine) => {
  const statements = documentsArgument(command, 'deletes');
  const collection = engine.catalogue.find(databaseName(command), collectionName(command));
  const errors = new WriteErrors(command);
  let n = 0;
  for (const [index, statement] of statements.entries()) {
    errors.attempt(index, () => {
      if (statement['collation']) throw notSupported('collation');
      const filter = documentArgument(statement, 'q') ?? {};
      if (!collection) compileMatcher(filter);
      else
        n += removeMatching(engine, collection, {
          filter,
          one: toNumber(statement['limit'] ?? 0) === 1,
          command,
        });
    });
    if (errors.stop) break;
  }
  return { n, ...errors.reply(), ok: 1 };
};

function removeMatching(
  { catalogue: { file } }: Engine,
  collection: Collection,
  statement: { filter: Document; one: boolean; command: Document },
): number {
  const query = { filter: statement.filter, variables: variablesOf(statement.command) };
  const first = statement.one ? findOne(file, collection, query) : undefined;
  const rows = statement.one ? (first ? [first] : []) : rowsOf(collection, findRids(file, collection, query));
  let removed = 0;
  for (const row of rows) {
    file.begin();
    collection.remove(row);
    removed++;
  }
  return removed;
}
