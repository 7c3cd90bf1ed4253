import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Document } from '../values/document.ts';
import type { Key } from '../values/key.ts';
import { type DocumentKeys, type IndexShape, type IndexSpec, keysOf, shapeOf } from './index-keys.ts';
import { numberIn, prepare } from './row.ts';

/** A secondary index: one SQLite table of (key, rid). */
export class Index {
  readonly id: number;
  readonly spec: IndexSpec;
  readonly shape: IndexShape;
  readonly unique: boolean;
  /** Positions of fields in which some document has had an array. */
  readonly arrays: Set<number>;
  #dropped = false;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #holders: StatementSync;
  readonly #noteArrays: StatementSync;

  constructor(db: DatabaseSync, id: number, spec: IndexSpec, arrays: readonly number[]) {
    this.id = id;
    this.spec = spec;
    this.shape = shapeOf(spec);
    this.unique = Boolean(spec['unique']);
    this.arrays = new Set(arrays);
    this.#insert = prepare(db, `INSERT OR IGNORE INTO ${this.table}(k, rid) VALUES (?, ?)`);
    this.#delete = prepare(db, `DELETE FROM ${this.table} WHERE k = ? AND rid = ?`);
    this.#holders = prepare(db, `SELECT rid FROM ${this.table} WHERE k = ? LIMIT 2`);
    this.#noteArrays = prepare(db, 'UPDATE indexes SET arrays = ? WHERE id = ?');
  }

  /** Whether it is gone: what still reads it has to stop. */
  get dropped(): boolean {
    return this.#dropped;
  }

  markDropped(): void {
    this.#dropped = true;
  }

  get table(): string {
    return `index_${this.id}`;
  }

  get name(): string {
    return this.spec.name;
  }

  keysOf(document: Document): DocumentKeys {
    return keysOf(document, this.shape);
  }

  /** Whether a unique key is already held by another document. */
  isTaken(keys: readonly Key[], byOtherThan: number): boolean {
    return (
      this.unique &&
      keys.some((key) => this.#holders.all(key).some((columns) => numberIn(columns) !== byOtherThan))
    );
  }

  add({ keys, arrays }: DocumentKeys, rid: number): void {
    if (arrays && !arrays.every((position) => this.arrays.has(position))) this.#rememberArrays(arrays);
    for (const key of keys) this.#insert.run(key, rid);
  }

  remove(keys: readonly Key[], rid: number): void {
    for (const key of keys) this.#delete.run(key, rid);
  }

  // Without a transaction's rollback taking this back a reload is needed; the catalogue does that.
  #rememberArrays(arrays: readonly number[]): void {
    for (const position of arrays) this.arrays.add(position);
    this.#noteArrays.run(JSON.stringify([...this.arrays]), this.id);
  }
}
