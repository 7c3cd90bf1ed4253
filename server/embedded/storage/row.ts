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

/** What `SELECT rid, doc, k` gave: the key, to go on from there. */
export const keyIn = (columns: unknown): Uint8Array => (columns as [number, Uint8Array, Uint8Array])[2];

/** What a statement with one number gave. */
export const numberIn = (columns: unknown): number => Number((columns as [number])[0]);
