import { findById } from '../query/by-id.ts';
import { findOne } from '../query/one.ts';
import { findRids } from '../query/rows.ts';
import { failedToParse, notSupported } from '../refusal.ts';
import { readSort } from '../sorter.ts';
import type { Collection } from '../storage/collection.ts';
import type { Row } from '../storage/row.ts';
import { encodeChecked, readUpdate, type Update, updated } from '../update/update.ts';
import { upsertDocument } from '../update/upsert.ts';
import { decode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import {
  collectionName,
  databaseName,
  documentArgument,
  documentsArgument,
  rawDocuments,
  variablesOf,
} from './arguments.ts';
import type { Engine, Handler } from './engine.ts';
import { WriteErrors } from './write-errors.ts';

/** `update` */
export const update: Handler = (command, engine) => {
  const statements = rawDocuments(command, 'updates');
  const name = collectionName(command);
  const database = databaseName(command);
  const errors = new WriteErrors(command);
  const upserted: Document[] = [];
  let n = 0;
  let nModified = 0;
  for (const [index, raw] of statements.entries()) {
    errors.attempt(index, () => {
      const statement = readStatement(raw, command);
      const collection = collectionFor(engine, database, name, statement.upsert);
      const outcome = collection ? runStatement(engine, collection, statement) : NOTHING;
      n += outcome.matched;
      nModified += outcome.modified;
      if ('upsertedId' in outcome) {
        n++;
        upserted.push({ index, _id: outcome.upsertedId });
      }
    });
    if (errors.stop) break;
  }
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors.reply(), ok: 1 };
};

interface Statement {
  readonly filter: Document;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly command: Document;
  readonly sort: unknown;
}

interface Outcome {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: unknown;
}

const NOTHING: Outcome = { matched: 0, modified: 0 };

function readStatement(raw: Document | Uint8Array, command: Document): Statement {
  const statement = raw instanceof Uint8Array ? decode(raw) : raw;
  if (statement['collation']) throw notSupported('collation');
  const filters =
    statement['arrayFilters'] === undefined ? undefined : documentsArgument(statement, 'arrayFilters');
  const read = readUpdate(statement['u'], filters);
  const multi = statement['multi'] === true;
  if (multi && read.kind === 'replacement')
    throw failedToParse('multi update is not supported for replacement-style update');
  return {
    filter: documentArgument(statement, 'q') ?? {},
    update: read,
    multi,
    upsert: statement['upsert'] === true,
    command: statement['c'] === undefined ? command : { let: statement['c'] },
    sort: statement['sort'],
  };
}

/** The collection of a write: made when the write may insert, otherwise only if it is there. */
export const collectionFor = (
  { catalogue }: Engine,
  database: string,
  name: string,
  inserts: boolean,
): Collection | undefined => (inserts ? catalogue.ensure(database, name) : catalogue.find(database, name));

function runStatement(engine: Engine, collection: Collection, statement: Statement): Outcome {
  const rows = rowsFor(engine, collection, statement);
  const circumstances = { filter: statement.filter, variables: variablesOf(statement.command) };
  let matched = 0;
  let modified = 0;
  for (const row of rows) {
    matched++;
    const after = updated(statement.update, row.raw, circumstances);
    if (!after) continue;
    engine.catalogue.file.begin();
    collection.replace(row, after.raw, after.touched);
    modified++;
  }
  if (matched > 0 || !statement.upsert) return { matched, modified };
  const document = upsertDocument(statement.update, circumstances);
  engine.catalogue.file.begin();
  collection.insert(encodeChecked(document));
  return { matched: 0, modified: 0, upsertedId: document['_id'] };
}

function rowsFor(
  { catalogue: { file } }: Engine,
  collection: Collection,
  { filter, multi, command, sort }: Statement,
): Iterable<Row> {
  const identified = findById(collection, filter);
  if (identified) return identified.row ? [identified.row] : [];
  const query = { filter, sort: readSort(sort), variables: variablesOf(command) };
  if (multi) return rowsOf(collection, findRids(file, collection, query));
  const row = findOne(file, collection, query);
  return row ? [row] : [];
}

/** The rows behind row ids, read one by one. */
export function* rowsOf(collection: Collection, rids: readonly number[]): Generator<Row> {
  for (const rid of rids) {
    const row = collection.byRid(rid);
    if (row) yield row;
  }
}
