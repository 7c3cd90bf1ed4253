import { deserialize } from 'bson';
import type { Document } from '../values/document.ts';
import { int32At } from '../values/raw.ts';

const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** A command that has come in, and how it wants to be answered. */
export interface Request {
  readonly id: number;
  readonly command: Document;
  /** The old form of message, with which drivers still say their first hello. */
  readonly legacy: boolean;
  /** Nobody waits for an answer. */
  readonly silent: boolean;
}

// The documents of an insert are stored as they come, so they are not decoded here.
const READING = { promoteBuffers: false, fieldsAsRaw: { documents: true } } as const;

/** Reads one whole message; throws when it is not one. */
export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === OP_MSG) return readMsg(message, id);
  if (operation === OP_QUERY) return readQuery(message, id);
  throw new Error(`unknown operation ${operation}`);
}

function readMsg(message: Buffer, id: number): Request {
  const flags = message.readUInt32LE(16);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let command: Document | undefined;
  const sequences: Document = {};
  let at = 20;
  while (at < end) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > end) throw new Error('a section is longer than its message');
    const section = message.subarray(at + 1, at + 1 + size);
    if (kind === 0) command = deserialize(section, READING);
    else if (kind === 1) readSequence(section, sequences);
    else throw new Error(`unknown kind of section ${kind}`);
    at += 1 + size;
  }
  if (!command) throw new Error('a message without a command');
  return {
    id,
    command: Object.assign(command, sequences),
    legacy: false,
    silent: (flags & MORE_TO_COME) !== 0,
  };
}

function readSequence(section: Buffer, sequences: Document): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd === -1) throw new Error('a sequence without a name');
  const documents: Uint8Array[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new Error('a document is longer than its sequence');
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  sequences[section.toString('utf8', 4, nameEnd)] = documents;
}

function readQuery(message: Buffer, id: number): Request {
  const nameEnd = message.indexOf(0, 20);
  const at = nameEnd + 9;
  if (nameEnd === -1 || at + 4 > message.length) throw new Error('a query that ends early');
  const command = deserialize(message.subarray(at, at + int32At(message, at)), READING);
  return { id, command: { ...command, $db: 'admin' }, legacy: true, silent: false };
}
