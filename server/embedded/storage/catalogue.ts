import { decode, encode } from '../values/codec.ts';
import { Collection } from './collection.ts';
import { duplicateKey } from './duplicate-key.ts';
import { DataFile } from './file.ts';
import { Index } from './index.ts';
import type { IndexSpec } from './index-keys.ts';
import type { Row } from './row.ts';

const FORMAT = 1;

/** All collections and their indexes, kept in step with two SQLite tables. */
export class Catalogue {
  readonly file: DataFile;
  #collections = new Map<string, Collection>();

  constructor(folder: string) {
    this.file = new DataFile(folder);
    try {
      this.#prepareTables();
      this.reload();
    } catch (error) {
      this.file.close();
      throw error;
    }
  }

  get collections(): Iterable<Collection> {
    return this.#collections.values();
  }

  find(database: string, name: string): Collection | undefined {
    return this.#collections.get(`${database}.${name}`);
  }

  /** The collection, made now if there is none. */
  ensure(database: string, name: string): Collection {
    return this.find(database, name) ?? this.#create(database, name);
  }

  drop(collection: Collection): void {
    this.file.begin();
    const { db } = this.file;
    for (const index of collection.indexes) this.#forgetIndex(index);
    db.exec(`DROP TABLE ${collection.table}`);
    db.prepare('DELETE FROM collections WHERE id = ?').run(collection.id);
    collection.markDropped();
    this.#collections.delete(collection.namespace);
  }

  /** Makes an index and fills it; a duplicate in a unique one refuses the index and leaves nothing behind. */
  createIndex(collection: Collection, spec: IndexSpec): Collection {
    this.file.begin();
    const { db } = this.file;
    db.exec('SAVEPOINT index_build');
    try {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO indexes(collection, spec, arrays) VALUES (?, ?, '[]')")
        .run(collection.id, encode(spec));
      db.exec(
        `CREATE TABLE index_${lastInsertRowid}(k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(k, rid)) WITHOUT ROWID`,
      );
      const index = new Index(db, Number(lastInsertRowid), spec, []);
      this.#fill(collection, index);
      db.exec('RELEASE index_build');
      return this.#withIndexes(collection, [...collection.indexes, index]);
    } catch (error) {
      db.exec('ROLLBACK TO index_build; RELEASE index_build');
      throw error;
    }
  }

  dropIndex(collection: Collection, index: Index): Collection {
    this.file.begin();
    this.#forgetIndex(index);
    return this.#withIndexes(
      collection,
      collection.indexes.filter((other) => other !== index),
    );
  }

  /** Reads everything anew: what is remembered may be ahead of the file after a rollback. */
  reload(): void {
    for (const collection of this.#collections.values()) collection.markDropped();
    this.#collections = new Map();
    for (const row of this.file.db.prepare('SELECT id, db, name FROM collections ORDER BY id').all()) {
      this.#remember(
        Number(row['id']),
        String(row['db']),
        String(row['name']),
        this.#loadIndexes(Number(row['id'])),
      );
    }
  }

  #prepareTables(): void {
    const { db } = this.file;
    const format = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (format > FORMAT)
      throw new Error('The database was written by a newer version of this program; upgrade to open it.');
    db.exec(`
      CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(db, name));
      CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, spec BLOB NOT NULL, arrays TEXT NOT NULL);
      PRAGMA user_version = ${FORMAT};
    `);
  }

  #loadIndexes(collection: number): Index[] {
    const { db } = this.file;
    const rows = db
      .prepare('SELECT id, spec, arrays FROM indexes WHERE collection = ? ORDER BY id')
      .all(collection);
    return rows.map((row) => {
      const spec = decode(row['spec'] as Uint8Array) as IndexSpec;
      return new Index(db, Number(row['id']), spec, JSON.parse(String(row['arrays'])) as number[]);
    });
  }

  #create(database: string, name: string): Collection {
    this.file.begin();
    const { db } = this.file;
    const { lastInsertRowid } = db
      .prepare('INSERT INTO collections(db, name) VALUES (?, ?)')
      .run(database, name);
    const id = Number(lastInsertRowid);
    db.exec(
      `CREATE TABLE documents_${id}(rid INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
    );
    return this.#remember(id, database, name, []);
  }

  #remember(id: number, database: string, name: string, indexes: readonly Index[]): Collection {
    const collection = new Collection(this.file.db, id, database, name, indexes);
    this.#collections.set(collection.namespace, collection);
    return collection;
  }

  #withIndexes(collection: Collection, indexes: readonly Index[]): Collection {
    return this.#remember(collection.id, collection.database, collection.name, indexes);
  }

  #forgetIndex(index: Index): void {
    index.markDropped();
    this.file.db.exec(`DROP TABLE ${index.table}`);
    this.file.db.prepare('DELETE FROM indexes WHERE id = ?').run(index.id);
  }

  #fill(collection: Collection, index: Index): void {
    for (const { rid, raw } of this.#everyRow(collection)) {
      const document = decode(raw);
      const keys = index.keysOf(document);
      if (index.isTaken(keys.keys, rid))
        throw duplicateKey(collection.namespace, index.name, index.spec.key, document);
      index.add(keys, rid);
    }
  }

  *#everyRow(collection: Collection): Generator<Row> {
    const page = this.file.db.prepare(
      `SELECT rid, doc FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT 500`,
    );
    let last = -1;
    for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
      for (const row of rows) {
        last = row['rid'] as number;
        yield { rid: last, raw: row['doc'] as Uint8Array };
      }
    }
  }
}
