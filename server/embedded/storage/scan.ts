import type { StatementSync } from 'node:sqlite';
import { isStale, type Leg, type Plan } from '../plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Collection } from './collection.ts';
import type { DataFile } from './file.ts';
import { keyIn, type Row, toRow } from './row.ts';

const FIRST_PAGE = 32;
const LARGEST_PAGE = 512;

/**
 * Reads the rows of a plan page by page. No SQLite statement stays open between pages, so writes may happen
 * in between and the write-ahead log can be checkpointed while a cursor rests.
 */
export class Scan {
  readonly #file: DataFile;
  readonly #collection: Collection;
  readonly #plan: Plan;
  readonly #seen: Set<number> | undefined;
  #leg = 0;
  #pager: Pager | undefined;
  #rows: readonly Row[] = [];
  #next = 0;
  #pageSize: number;

  constructor(file: DataFile, collection: Collection, plan: Plan, expected = FIRST_PAGE) {
    this.#file = file;
    this.#collection = collection;
    this.#plan = plan;
    this.#seen = plan.repeats ? new Set() : undefined;
    this.#pageSize = Math.max(1, Math.min(expected, LARGEST_PAGE));
  }

  /** The next row, or undefined at the end. */
  next(): Row | undefined {
    for (;;) {
      const row = this.#rows[this.#next++];
      if (!row) {
        if (!this.#turnPage()) return undefined;
      } else if (!this.#seen) return row;
      else if (!this.#seen.has(row.rid)) {
        this.#seen.add(row.rid);
        return row;
      }
    }
  }

  #turnPage(): boolean {
    while (this.#leg < this.#plan.legs.length) {
      if (isStale(this.#plan, this.#collection)) {
        throw new Refusal(
          175,
          'QueryPlanKilled',
          `${this.#collection.namespace} or an index of it was dropped during the query`,
        );
      }
      this.#pager ??= pagerFor(this.#file, this.#collection, this.#plan.legs[this.#leg] as Leg);
      this.#rows = this.#pager(this.#pageSize);
      this.#next = 0;
      this.#pageSize = Math.min(this.#pageSize * 2, LARGEST_PAGE);
      if (this.#rows.length > 0) return true;
      this.#pager = undefined;
      this.#leg++;
    }
    return false;
  }
}

/** Gives the next rows, at most as many as asked; none at the end. */
type Pager = (most: number) => readonly Row[];

function pagerFor(file: DataFile, collection: Collection, leg: Leg): Pager {
  switch (leg.from) {
    case 'ids':
      return pageIds(file, collection, leg.keys);
    case 'documents':
      return pageDocuments(file.statement(documentsQuery(collection, leg.backward)), leg.backward);
    case 'id range':
      return pageKeys(file.statement(idRangeQuery(collection, leg.backward)), leg);
    case 'index':
      return pageKeys(file.statement(indexQuery(collection, leg)), leg);
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

// Pages begin behind the last (key, rid) they gave; row ids are never negative, so the first begins with the bound itself.
function pageKeys(
  statement: StatementSync,
  { low, high, backward }: Leg & { from: 'index' | 'id range' },
): Pager {
  let lastKey = backward ? high : low;
  let lastRid = -1;
  const end = backward ? low : high;
  return (most) => {
    const rows = statement.all(lastKey, lastRid, end, most);
    const last = rows.at(-1);
    if (last) {
      lastKey = keyIn(last);
      lastRid = toRow(last).rid;
    }
    return rows.map(toRow);
  };
}
