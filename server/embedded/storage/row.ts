import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A stored document: its row id and its BSON bytes. */
export interface Row {
  readonly rid: number;
  readonly raw: Uint8Array;
}

/** A statement that gives rows as arrays: as objects they take half as long again. */
export function prepare(db: DatabaseSync, sql: string): StatementSync {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** What `SELECT rid, doc` gave. */
export function toRow(columns: unknown): Row {
  const [rid, raw] = columns as [number, Uint8Array];
  return { rid, raw };
}

/** A row and the key under which it was found. */
export interface KeyedRow extends Row {
  readonly key: Uint8Array;
}

/** What `SELECT rid, doc, k` gave. */
export function toKeyedRow(columns: unknown): KeyedRow {
  const [rid, raw, key] = columns as [number, Uint8Array, Uint8Array];
  return { rid, raw, key };
}

/** What a statement with one number gave. */
export const numberIn = (columns: unknown): number => Number((columns as [number])[0]);
