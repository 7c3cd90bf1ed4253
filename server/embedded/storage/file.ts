import { chmodSync, closeSync, fdatasync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { prepare } from './row.ts';

const NAME = 'database.sqlite';
const SQLITE_BUSY = 5;
const MOST_STATEMENTS = 500;

/**
 * The SQLite file with its one open transaction: writes of a turn of the event loop share it. `commit` ends it, so
 * that it survives the death of the process; `sync` makes it survive the loss of power, while this thread works on.
 */
export class DataFile {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #begin;
  readonly #commit;
  readonly #rollback;
  /** The write-ahead log: what is in it and on the disk is safe. */
  readonly #log: number;
  #commits = 0;
  #synced = 0;

  constructor(folder: string) {
    this.db = openLocked(folder);
    this.#log = openSync(join(folder, `${NAME}-wal`), 'r+');
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

  /** Whether something is written and not yet committed. */
  get writing(): boolean {
    return this.db.isTransaction;
  }

  /** To be called before every write. */
  begin(): void {
    if (!this.writing) this.#begin.run();
  }

  commit(): void {
    if (!this.writing) return;
    this.#commit.run();
    this.#commits += 1;
  }

  /** Whether all that was committed is on the disk. */
  get durable(): boolean {
    return this.#synced === this.#commits;
  }

  /** Resolves when all that has been committed by now is on the disk. Rejects when the disk cannot be trusted. */
  sync(): Promise<void> {
    const commits = this.#commits;
    return new Promise((resolve, reject) => {
      fdatasync(this.#log, (error) => {
        if (error) return reject(error);
        this.#synced = Math.max(this.#synced, commits);
        resolve();
      });
    });
  }

  rollback(): void {
    // After a full disk SQLite may have rolled back by itself.
    if (this.writing) this.#rollback.run();
  }

  /** Commits, moves everything from the write-ahead log into the file, and lets go of the lock. */
  close(): void {
    this.commit();
    this.db.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)');
    closeSync(this.#log);
    this.db.close();
  }
}

function openLocked(folder: string): DatabaseSync {
  const path = join(folder, NAME);
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
      CREATE TABLE IF NOT EXISTS opened (at TEXT);
      DELETE FROM opened;
      INSERT INTO opened VALUES (datetime());
      PRAGMA synchronous = NORMAL;
    `); // the log exists now and its name is on the disk; from here on `sync` is what waits for the disk
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
