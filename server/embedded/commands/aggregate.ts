import { checkStages, aggregate as run } from '../aggregation.ts';
import { compileMatcher } from '../match/matcher.ts';
import { findRows, type Rows } from '../query/rows.ts';
import { badValue, failedToParse, notSupported } from '../refusal.ts';
import { readSort } from '../sorter.ts';
import { decode, encode } from '../values/codec.ts';
import { type Document, firstField, isDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';
import {
  collectionName,
  countArgument,
  databaseName,
  deadlineOf,
  documentArgument,
  variablesOf,
} from './arguments.ts';
import { countMatching } from './count.ts';
import type { Documents } from './cursors.ts';
import type { Engine, Handler } from './engine.ts';
import { documentsOf } from './find.ts';

/** `aggregate`: what the planner can do by itself first, the rest by mingo. */
export const aggregate: Handler = (command, engine) => {
  const stages = command['pipeline'];
  const first: unknown = Array.isArray(stages) ? stages[0] : undefined;
  if (isDocument(first) && '$changeStream' in first) throw notSupported('a change stream');
  checkStages(stages);
  if (!command['cursor']) {
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  }
  const front = readFront(stages);
  const batchSize = countArgument(documentArgument(command, 'cursor') ?? {}, 'batchSize');
  const database = databaseName(command);
  const namespace =
    typeof command['aggregate'] === 'string'
      ? `${database}.${command['aggregate']}`
      : `${database}.$cmd.aggregate`;
  return engine.cursors.start(namespace, answer(front, command, engine), batchSize);
};

/** The stages at the start of a pipeline which the planner answers, and those that are left. */
export interface Front {
  readonly filter: Document;
  readonly sort: unknown;
  readonly skip: number;
  readonly limit: number | undefined;
  readonly rest: readonly Document[];
}

/** Takes `$match`, `$sort`, `$skip`, `$limit`, in this order, off the start of a pipeline. */
export function readFront(stages: readonly Document[]): Front {
  const rest = [...stages];
  const take = (name: string): unknown =>
    firstField(rest[0] ?? {}) === name ? rest.shift()?.[name] : undefined;
  const filters: Document[] = [];
  for (let filter = take('$match'); filter !== undefined; filter = take('$match')) {
    if (!isDocument(filter)) throw badValue('the match filter must be an expression in an object');
    filters.push(filter);
  }
  const sort = take('$sort');
  const skip = wholeNumber('$skip', take('$skip'), 0) ?? 0;
  const limit = wholeNumber('$limit', take('$limit'), 1);
  const [only = {}] = filters;
  return { filter: filters.length > 1 ? { $and: filters } : only, sort, skip, limit, rest };
}

function wholeNumber(stage: string, value: unknown, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = kindOf(value) === KIND.number ? toNumber(value) : Number.NaN;
  if (!Number.isInteger(number) || number < least)
    throw badValue(`invalid argument to ${stage} stage: ${String(value)}`);
  return number;
}

const NOTHING: Rows = { next: () => undefined };

function answer({ filter, sort, skip, limit, rest }: Front, command: Document, engine: Engine): Documents {
  const database = databaseName(command);
  const collection =
    typeof command['aggregate'] === 'string'
      ? engine.catalogue.find(database, collectionName(command))
      : undefined;
  const counted = countedId(rest);
  if (counted && collection && limit === undefined) {
    const n = Math.max(0, countMatching(engine, collection, filter, command) - skip);
    return listed(n > 0 ? [{ _id: counted[0], n }] : []);
  }
  const query = {
    filter,
    sort: readSort(sort),
    limit: limit === undefined ? undefined : limit + skip,
    variables: variablesOf(command),
    deadline: deadlineOf(command),
  };
  if (!collection) compileMatcher(filter, query.variables);
  const rows = collection ? findRows(engine.catalogue.file, collection, query) : NOTHING;
  const source = documentsOf(rows, skip, limit);
  if (rest.length === 0) return source;
  return listed(
    run(rest, decodeAll(source), query.variables, (name) => everyDocument(engine, database, name)),
  );
}

// What the driver's countDocuments sends: `{ $group: { _id: 1, n: { $sum: 1 } } }`.
function countedId([stage, ...more]: readonly Document[]): readonly [unknown] | undefined {
  const group = more.length === 0 ? stage?.['$group'] : undefined;
  if (!isDocument(group) || Object.keys(group).join() !== '_id,n') return undefined;
  const { _id: id, n } = group;
  return (id === null || typeof id === 'number') &&
    isDocument(n) &&
    n['$sum'] === 1 &&
    Object.keys(n).length === 1
    ? [id]
    : undefined;
}

function everyDocument({ catalogue }: Engine, database: string, name: string): Document[] {
  const collection = catalogue.find(database, name);
  return collection
    ? decodeAll(documentsOf(findRows(catalogue.file, collection, { filter: {} }), 0, undefined))
    : [];
}

function decodeAll(source: Documents): Document[] {
  const documents: Document[] = [];
  for (let raw = source.next(); raw; raw = source.next()) documents.push(decode(raw));
  return documents;
}

/** Documents that are already there, encoded as they are asked for. */
export function listed(documents: readonly Document[]): Documents {
  let next = 0;
  return {
    next() {
      const document = documents[next++];
      return document && encode(document);
    },
  };
}
