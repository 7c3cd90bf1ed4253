import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { prepare } from './row.ts';

const SQLITE_BUSY = 5;
const MOST_STATEMENTS = 500;

/**
 * The SQLite file with its one open transaction: writes of a turn of the event loop share it,
 * and `commit` makes them durable together.
 */
export class DataFile {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #begin;
  readonly #commit;
  readonly #rollback;

  constructor(folder: string) {
    this.db = openLocked(folder);
    this.#begin = this.db.prepare('BEGIN IMMEDIATE');
    this.#commit = this.db.prepare('COMMIT');
    this.#rollback = this.db.prepare('ROLLBACK');
  }

  /** A prepared statement, kept for the next time. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    const statement = prepare(this.db, sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Whether something is written and not yet durable. */
  get writing(): boolean {
    return this.db.isTransaction;
  }

  /** To be called before every write. */
  begin(): void {
    if (!this.writing) this.#begin.run();
  }

  commit(): void {
    if (this.writing) this.#commit.run();
  }

  rollback(): void {
    // After a full disk SQLite may have rolled back by itself.
    if (this.writing) this.#rollback.run();
  }

  /** Commits, moves everything from the write-ahead log into the file, and lets go of the lock. */
  close(): void {
    this.commit();
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.db.close();
  }
}

function openLocked(folder: string): DatabaseSync {
  const path = join(folder, 'database.sqlite');
  const db = new DatabaseSync(path);
  try {
    // EXCLUSIVE keeps the lock for as long as the process lives, so two servers never share a file.
    db.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = 4000;
      PRAGMA temp_store = MEMORY;
      BEGIN IMMEDIATE;
      COMMIT;
    `);
    chmodSync(path, 0o600);
    return db;
  } catch (error) {
    db.close();
    throw isBusy(error)
      ? new Error(`Another process uses the database in ${folder}. Stop it, or set another DATA_DIR.`)
      : error;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
