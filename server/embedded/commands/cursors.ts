import { Refusal } from '../refusal.ts';
import { MAX_DOCUMENT_BYTES } from '../values/codec.ts';
import { type BatchName, cursorReply } from './cursor-reply.ts';

/** Encoded documents, one after the other. */
export interface Documents {
  next(): Uint8Array | undefined;
}

/** How many documents a first batch has when nobody says. */
export const FIRST_BATCH = 101;

const IDLE_MS = 10 * 60_000;

interface Cursor {
  readonly namespace: string;
  readonly documents: Documents;
  /** Read already, to be given next. */
  ahead: Uint8Array | undefined;
  usedAt: number;
}

/** The cursors that clients have open. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #lastId = BigInt(Date.now()) << 20n;

  /** Replies with the first documents and keeps a cursor for the rest, unless the client wants no more. */
  start(namespace: string, documents: Documents, batchSize = FIRST_BATCH, singleBatch = false): Uint8Array {
    const cursor: Cursor = { namespace, documents, ahead: undefined, usedAt: Date.now() };
    const batch = batchSize === 0 ? [] : this.#take(cursor, batchSize);
    const more = batchSize === 0 || cursor.ahead !== undefined;
    const id = more && !singleBatch ? ++this.#lastId : 0n;
    if (id !== 0n) this.#open.set(id, cursor);
    return cursorReply(namespace, id, batch, 'firstBatch');
  }

  /** Replies with the next documents of a cursor. */
  more(id: bigint, batchSize: number): Uint8Array {
    const cursor = this.#open.get(id);
    if (!cursor) throw new Refusal(43, 'CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    // A cursor that fails is gone: asking again would skip documents.
    this.#open.delete(id);
    const batch = this.#take(cursor, batchSize);
    if (cursor.ahead) this.#open.set(id, cursor);
    const name: BatchName = 'nextBatch';
    return cursorReply(cursor.namespace, cursor.ahead ? id : 0n, batch, name);
  }

  /** Forgets a cursor; false when there was none. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Forgets all cursors. */
  clear(): void {
    this.#open.clear();
  }

  /** Forgets cursors nobody has used for ten minutes. */
  killIdle(): void {
    for (const [id, { usedAt }] of this.#open) if (Date.now() - usedAt > IDLE_MS) this.#open.delete(id);
  }

  // One document is read ahead, so that the client learns about the end with the last batch.
  #take(cursor: Cursor, most: number): Uint8Array[] {
    const batch: Uint8Array[] = [];
    let size = 0;
    let document = cursor.ahead ?? cursor.documents.next();
    while (
      document &&
      batch.length < most &&
      (batch.length === 0 || size + document.length < MAX_DOCUMENT_BYTES)
    ) {
      batch.push(document);
      size += document.length + 16;
      document = cursor.documents.next();
    }
    cursor.ahead = document;
    return batch;
  }
}
