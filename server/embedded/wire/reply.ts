import type { Reply } from '../commands/engine.ts';
import { Refusal } from '../refusal.ts';
import { encode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import type { Request } from './message.ts';

const OP_REPLY = 1;
const OP_MSG = 2013;
const AWAIT_CAPABLE = 8;

let lastId = 0;

/** The message that answers a request. */
export function encodeReply({ id, legacy }: Request, reply: Reply): Buffer {
  const body = reply instanceof Uint8Array ? reply : encode(reply);
  const headerSize = legacy ? 36 : 21;
  const message = Buffer.allocUnsafe(headerSize + body.length).fill(0, 0, headerSize);
  lastId = (lastId + 1) | 0;
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(lastId, 4);
  message.writeInt32LE(id, 8);
  message.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) {
    message.writeInt32LE(AWAIT_CAPABLE, 16);
    message.writeInt32LE(1, 32);
  }
  message.set(body, headerSize);
  return message;
}

/** The reply that says why a command was refused. Anything but a refusal is our own mistake: code 1. */
export function errorReply(error: unknown): Document {
  if (error instanceof Refusal) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  return {
    ok: 0,
    errmsg: error instanceof Error ? error.message : String(error),
    code: 1,
    codeName: 'InternalError',
  };
}
