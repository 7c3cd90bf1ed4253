import type { Variables } from '../aggregation.ts';
import { compileMatcher, type Matcher } from '../match/matcher.ts';
import type { Plan } from '../plan/plan.ts';
import { plan } from '../plan/planner.ts';
import { Refusal } from '../refusal.ts';
import { type Sort, sortKey } from '../sorter.ts';
import type { Collection } from '../storage/collection.ts';
import type { DataFile } from '../storage/file.ts';
import type { Row } from '../storage/row.ts';
import { Scan } from '../storage/scan.ts';
import { decode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import { decodeFields } from '../values/raw.ts';

/** What is looked for in a collection. */
export interface Query {
  readonly filter: Document;
  readonly sort?: Sort | undefined;
  /** How many rows will be taken at most. */
  readonly limit?: number | undefined;
  readonly variables?: Variables | undefined;
  /** When to give up, in milliseconds since 1970. */
  readonly deadline?: number | undefined;
}

/** Rows, one after the other. */
export interface Rows {
  next(): Row | undefined;
}

/** The rows that answer a query, in its order, read as they are asked for. */
export function findRows(file: DataFile, collection: Collection, query: Query): Rows {
  const chosen = plan(collection, query.filter, query.sort);
  const inOrder = !query.sort || chosen.sorted;
  // A filter that the plan answers in full is compiled all the same when it may have to be refused.
  const matcher = chosen.exact ? undefined : compileMatcher(query.filter, query.variables);
  const expected = !matcher && inOrder ? query.limit : undefined;
  const rows = matching(file, collection, chosen, matcher, query.deadline, expected);
  return inOrder || !query.sort ? rows : sorted(collection, rows, query.sort, query.limit);
}

/** All row ids for a filter, before anything is changed: a write must not meet the rows it has just moved. */
export function findRids(file: DataFile, collection: Collection, query: Query): number[] {
  const rows = findRows(file, collection, query);
  const rids: number[] = [];
  for (let row = rows.next(); row; row = rows.next()) rids.push(row.rid);
  return rids;
}

const ROWS_PER_LOOK_AT_CLOCK = 256;

function matching(
  file: DataFile,
  collection: Collection,
  chosen: Plan,
  matcher: Matcher | undefined,
  deadline: number | undefined,
  expected: number | undefined,
): Rows {
  const scan = new Scan(file, collection, chosen, expected);
  if (!matcher) return scan;
  const { test, fields } = matcher;
  let seen = 0;
  return {
    next() {
      for (let row = scan.next(); row; row = scan.next()) {
        if (deadline !== undefined && ++seen % ROWS_PER_LOOK_AT_CLOCK === 0) checkDeadline(deadline);
        if (test(fields ? decodeFields(row.raw, fields) : decode(row.raw))) return row;
      }
      return undefined;
    },
  };
}

function checkDeadline(deadline: number): void {
  if (Date.now() > deadline) throw new Refusal(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
}

interface Keyed {
  readonly key: Uint8Array;
  readonly rid: number;
}

// Only keys and row ids are held; the documents are read again as they are asked for.
function sorted(collection: Collection, rows: Rows, sort: Sort, limit = Number.POSITIVE_INFINITY): Rows {
  const mostHeld = limit * 2 + 1000;
  let held: Keyed[] = [];
  for (let row = rows.next(); row; row = rows.next()) {
    held.push({ key: sortKey(decodeFields(row.raw, sort.fields), sort), rid: row.rid });
    if (held.length > mostHeld) held = held.sort(byKey).slice(0, limit);
  }
  held.sort(byKey);
  let next = 0;
  return {
    next() {
      while (next < held.length) {
        const row = collection.byRid((held[next++] as Keyed).rid);
        if (row) return row;
      }
      return undefined;
    },
  };
}

const byKey = (a: Keyed, b: Keyed): number => Buffer.compare(a.key, b.key);
