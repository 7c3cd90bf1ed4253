import { joinElements } from '../values/raw.ts';

/** Which list of a cursor's reply the documents go into. */
export type BatchName = 'firstBatch' | 'nextBatch';

/** The reply `{ cursor: { <batch>: […], id, ns }, ok: 1 }`, put together from documents that stay as they are stored. */
export function cursorReply(
  namespace: string,
  id: bigint,
  batch: readonly Uint8Array[],
  name: BatchName,
): Uint8Array {
  const list = joinElements(batch.flatMap((document, i) => [header(EMBEDDED, String(i)), document]));
  const cursor = joinElements([header(ARRAY, name), list, int64('id', id), text('ns', namespace)]);
  return joinElements([header(EMBEDDED, 'cursor'), cursor, OK]);
}

/** Adds a stored document to an encoded reply under a name. */
export const withDocument = (reply: Uint8Array, name: string, document: Uint8Array): Uint8Array =>
  joinElements([header(EMBEDDED, name), document, reply.subarray(4, -1)]);

const EMBEDDED = 3;
const ARRAY = 4;

function header(type: number, name: string): Buffer {
  const bytes = Buffer.allocUnsafe(name.length + 2);
  bytes[0] = type;
  bytes.write(name, 1, 'latin1');
  bytes[name.length + 1] = 0;
  return bytes;
}

function int64(name: string, value: bigint): Buffer {
  const bytes = Buffer.alloc(name.length + 10);
  header(18, name).copy(bytes);
  bytes.writeBigInt64LE(value, name.length + 2);
  return bytes;
}

function text(name: string, value: string): Buffer {
  const size = Buffer.byteLength(value) + 1;
  const length = Buffer.alloc(4);
  length.writeInt32LE(size);
  return Buffer.concat([header(2, name), length, Buffer.from(`${value}\0`)]);
}

const OK = Buffer.concat([header(1, 'ok'), Buffer.from(new Float64Array([1]).buffer)]);
