import type { StatementSync } from 'node:sqlite';
import type { Leg } from '../plan/plan.ts';
import type { Collection } from './collection.ts';
import type { DataFile } from './file.ts';
import { type KeyedRow, type Row, toKeyedRow, toRow } from './row.ts';

/** Gives the next rows, at most as many as asked; none at the end. */
export type Pager<R extends Row = Row> = (most: number) => readonly R[];

/** Reads a leg page by page. */
export function pagerFor(file: DataFile, collection: Collection, leg: Leg): Pager {
  switch (leg.from) {
    case 'ids':
      return pageIds(file, collection, leg.keys);
    case 'documents':
      return pageDocuments(file.statement(documentsQuery(collection, leg.backward)), leg.backward);
    case 'id range':
      return pageKeys(file.statement(idRangeQuery(collection, leg.backward)), leg);
    case 'index':
      return pageIndex(file, collection, leg);
  }
}

// Many keys are looked up by one statement of a fixed size: half the time of one by one. The last key fills it up.
const KEYS_AT_ONCE = 16;

function pageIds(file: DataFile, collection: Collection, keys: readonly Uint8Array[]): Pager {
  let at = 0;
  return (most) => {
    const rows: Row[] = [];
    while (at < keys.length && rows.length < most) {
      const some = keys.slice(at, at + KEYS_AT_ONCE);
      at += some.length;
      if (some.length > 2) rows.push(...readMany(file, collection, some));
      else for (const key of some) rows.push(...optional(collection.byKey(key)));
    }
    return rows;
  };
}

function readMany(file: DataFile, { table }: Collection, keys: readonly Uint8Array[]): Row[] {
  const last = keys.at(-1) as Uint8Array;
  const parameters = Array.from({ length: KEYS_AT_ONCE }, (_, i) => keys[i] ?? last);
  const places = Array(KEYS_AT_ONCE).fill('?').join(', ');
  return file
    .statement(`SELECT rid, doc FROM ${table} WHERE k IN (${places}) ORDER BY k`)
    .all(...parameters)
    .map(toRow);
}

const optional = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

function documentsQuery({ table }: Collection, backward: boolean): string {
  const [beyond, order] = backward ? ['<', 'DESC'] : ['>', 'ASC'];
  return `SELECT rid, doc FROM ${table} WHERE rid ${beyond} ? ORDER BY rid ${order} LIMIT ?`;
}

function pageDocuments(statement: StatementSync, backward: boolean): Pager {
  let last = backward ? Number.MAX_SAFE_INTEGER : -1;
  return (most) => {
    const rows = statement.all(last, most).map(toRow);
    last = rows.at(-1)?.rid ?? last;
    return rows;
  };
}

function idRangeQuery({ table }: Collection, backward: boolean): string {
  const columns = `SELECT rid, doc, k FROM ${table}`;
  return backward
    ? `${columns} WHERE (k, rid) < (?, ?) AND k >= ? ORDER BY k DESC, rid DESC LIMIT ?`
    : `${columns} WHERE (k, rid) > (?, ?) AND k < ? ORDER BY k, rid LIMIT ?`;
}

function indexQuery({ table }: Collection, { index, backward }: Leg & { from: 'index' }): string {
  const columns = `SELECT x.rid, c.doc, x.k FROM ${index.table} x CROSS JOIN ${table} c ON c.rid = x.rid`;
  return backward
    ? `${columns} WHERE (x.k, x.rid) < (?, ?) AND x.k >= ? ORDER BY x.k DESC, x.rid DESC LIMIT ?`
    : `${columns} WHERE (x.k, x.rid) > (?, ?) AND x.k < ? ORDER BY x.k, x.rid LIMIT ?`;
}

/** Reads an index by page, and the keys with it. */
export const pageIndex = (
  file: DataFile,
  collection: Collection,
  leg: Leg & { from: 'index' },
): Pager<KeyedRow> => pageKeys(file.statement(indexQuery(collection, leg)), leg);

// Pages begin behind the last (key, rid) they gave; row ids are never negative, so the first begins with the bound itself.
function pageKeys(
  statement: StatementSync,
  { low, high, backward }: Leg & { from: 'index' | 'id range' },
): Pager<KeyedRow> {
  let lastKey = backward ? high : low;
  let lastRid = -1;
  const end = backward ? low : high;
  return (most) => {
    const rows = statement.all(lastKey, lastRid, end, most).map(toKeyedRow);
    const last = rows.at(-1);
    if (last) {
      lastKey = last.key;
      lastRid = last.rid;
    }
    return rows;
  };
}
