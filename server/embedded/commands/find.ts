import { compileMatcher } from '../match/matcher.ts';
import { compileProjection, type Project } from '../projection.ts';
import { findById } from '../query/by-id.ts';
import { findRows, type Rows } from '../query/rows.ts';
import { badValue } from '../refusal.ts';
import { readSort } from '../sorter.ts';
import { decode, encode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import { toNumber } from '../values/numbers.ts';
import {
  collectionName,
  countArgument,
  databaseName,
  deadlineOf,
  documentArgument,
  variablesOf,
} from './arguments.ts';
import type { Documents } from './cursors.ts';
import type { Handler } from './engine.ts';

/** `find` */
export const find: Handler = (command, engine) => {
  const name = collectionName(command);
  const database = databaseName(command);
  for (const flag of ['tailable', 'awaitData'])
    if (command[flag]) throw badValue(`${flag} cursors need a capped collection, which is not supported`);
  const filter = documentArgument(command, 'filter') ?? {};
  const sort = readSort(command['sort']);
  const skip = countArgument(command, 'skip') ?? 0;
  const limit = limitOf(command);
  const project = compileProjection(documentArgument(command, 'projection'), filter, {});
  const collection = engine.catalogue.find(database, name);
  const namespace = `${database}.${name}`;
  const single = command['singleBatch'] === true;
  if (!collection) {
    compileMatcher(filter);
    return engine.cursors.start(namespace, NONE);
  }
  const identified = skip === 0 ? findById(collection, filter) : undefined;
  const rows: Rows = identified
    ? only(identified.row)
    : findRows(engine.catalogue.file, collection, {
        filter,
        sort,
        limit: limit === undefined ? undefined : limit + skip,
        variables: variablesOf(command),
        deadline: deadlineOf(command),
      });
  return engine.cursors.start(
    namespace,
    documentsOf(rows, skip, limit, project),
    countArgument(command, 'batchSize'),
    single,
  );
};

/** A negative limit is a single batch of that many, as old clients ask for it. */
export function limitOf(command: Document): number | undefined {
  const limit = command['limit'];
  return limit === undefined || limit === null
    ? undefined
    : Math.abs(Math.trunc(toNumber(limit))) || undefined;
}

const NONE: Documents = { next: () => undefined };

/** The documents of rows: some left out at the start, at most so many, projected if asked. */
export function documentsOf(
  rows: Rows,
  skip: number,
  limit: number | undefined,
  project?: Project,
): Documents {
  let toSkip = skip;
  let left = limit ?? Number.POSITIVE_INFINITY;
  return {
    next() {
      if (left <= 0) return undefined;
      while (toSkip > 0 && rows.next()) toSkip--;
      const row = rows.next();
      if (!row) return undefined;
      left--;
      return project ? encode(project(decode(row.raw))) : row.raw;
    },
  };
}

function only<T>(value: T | undefined): { next(): T | undefined } {
  let rest = value;
  return {
    next() {
      const next = rest;
      rest = undefined;
      return next;
    },
  };
}
