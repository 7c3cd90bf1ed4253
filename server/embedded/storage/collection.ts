import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { decode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import { encodeKey, type Key } from '../values/key.ts';
import { decodeFields, type FieldNames, fieldNames } from '../values/raw.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { Index } from './index.ts';
import type { DocumentKeys } from './index-keys.ts';
import { numberIn, prepare, type Row, toRow } from './row.ts';

/** The top-level fields a write may have changed; undefined when any may. */
export type Touched = ReadonlySet<string> | undefined;

/** A collection: one SQLite table of (rid, key of `_id`, BSON) and its indexes. */
export class Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly indexes: readonly Index[];
  #dropped = false;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #byKey: StatementSync;
  readonly #byRid: StatementSync;
  readonly #count: StatementSync;
  #indexed: FieldNames | undefined;

  constructor(db: DatabaseSync, id: number, database: string, name: string, indexes: readonly Index[]) {
    this.id = id;
    this.database = database;
    this.name = name;
    this.indexes = indexes;
    this.#indexed = indexedFields(indexes);
    this.#insert = prepare(db, `INSERT INTO ${this.table}(k, doc) VALUES (?, ?) ON CONFLICT(k) DO NOTHING`);
    this.#update = prepare(db, `UPDATE ${this.table} SET doc = ? WHERE rid = ?`);
    this.#delete = prepare(db, `DELETE FROM ${this.table} WHERE rid = ?`);
    this.#byKey = prepare(db, `SELECT rid, doc FROM ${this.table} WHERE k = ?`);
    this.#byRid = prepare(db, `SELECT rid, doc FROM ${this.table} WHERE rid = ?`);
    this.#count = prepare(db, `SELECT count(*) FROM ${this.table}`);
  }

  /** Whether it is gone: what still reads it has to stop. */
  get dropped(): boolean {
    return this.#dropped;
  }

  markDropped(): void {
    this.#dropped = true;
  }

  get table(): string {
    return `documents_${this.id}`;
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  byKey(key: Key): Row | undefined {
    const columns = this.#byKey.get(key);
    return columns && toRow(columns);
  }

  byRid(rid: number): Row | undefined {
    const columns = this.#byRid.get(rid);
    return columns && toRow(columns);
  }

  count(): number {
    return numberIn(this.#count.get());
  }

  /** Stores a document whose `_id` comes first. Refuses a duplicate before anything is written. */
  insert(raw: Uint8Array): void {
    const document = this.#decodeIndexed(raw);
    const key = encodeKey(document['_id']);
    const entries: [Index, DocumentKeys][] = [];
    for (const index of this.indexes) {
      const keys = index.keysOf(document);
      if (index.isTaken(keys.keys, -1)) throw this.#duplicate(this.byKey(key) ? undefined : index, raw);
      entries.push([index, keys]);
    }
    const { changes, lastInsertRowid } = this.#insert.run(key, raw);
    if (changes === 0) throw this.#duplicate(undefined, raw);
    for (const [index, keys] of entries) index.add(keys, Number(lastInsertRowid));
  }

  /** Stores another version of a document. Refuses a duplicate before anything is written. */
  replace({ rid, raw: before }: Row, after: Uint8Array, touched?: Touched): void {
    const affected = this.indexes.filter(({ shape }) => !isDisjoint(shape.fields, touched));
    if (affected.length > 0) this.#reindex(affected, { rid, raw: before }, after);
    this.#update.run(after, rid);
  }

  remove({ rid, raw }: Row): void {
    if (this.indexes.length > 0) {
      const document = this.#decodeIndexed(raw);
      for (const index of this.indexes) index.remove(index.keysOf(document).keys, rid);
    }
    this.#delete.run(rid);
  }

  #reindex(indexes: readonly Index[], { rid, raw }: Row, after: Uint8Array): void {
    const old = this.#decodeIndexed(raw);
    const document = this.#decodeIndexed(after);
    const changes: [Index, DocumentKeys, DocumentKeys][] = [];
    for (const index of indexes) {
      const is = index.keysOf(old);
      const becomes = index.keysOf(document);
      if (sameKeys(is.keys, becomes.keys)) continue;
      if (index.isTaken(becomes.keys, rid)) throw this.#duplicate(index, after);
      changes.push([index, is, becomes]);
    }
    for (const [index, is, becomes] of changes) {
      index.remove(is.keys, rid);
      index.add(becomes, rid);
    }
  }

  #decodeIndexed(raw: Uint8Array): Document {
    return this.#indexed ? decodeFields(raw, this.#indexed) : decode(raw);
  }

  #duplicate(index: Index | undefined, raw: Uint8Array): Error {
    return duplicateKey(this.namespace, index?.name ?? '_id_', index?.spec.key ?? { _id: 1 }, decode(raw));
  }
}

function indexedFields(indexes: readonly Index[]): FieldNames | undefined {
  const names = new Set(['_id']);
  for (const { shape } of indexes) {
    if (!shape.fields) return undefined;
    for (const name of shape.fields) names.add(name);
  }
  return fieldNames(names);
}

const isDisjoint = (a: Touched, b: Touched): boolean =>
  a !== undefined && b !== undefined && a.isDisjointFrom(b);

const sameKeys = (a: readonly Key[], b: readonly Key[]): boolean =>
  a.length === b.length && a.every((key, i) => Buffer.compare(key, b[i] as Key) === 0);
