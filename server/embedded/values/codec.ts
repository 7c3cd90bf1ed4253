import { deserialize, serialize } from 'bson';
import type { Document } from './document.ts';

/** The largest document MongoDB takes, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

// What is stored was valid when it came in: checking its UTF-8 again on every read costs a third of the decoding.
const READING = { promoteBuffers: false, validation: { utf8: false } } as const;
const WRITING = { ignoreUndefined: true, checkKeys: false } as const;

/** A document from its BSON bytes. */
export const decode = (bytes: Uint8Array): Document => deserialize(bytes, READING);

/** The BSON bytes of a document. */
export const encode = (document: Document): Uint8Array => serialize(document, WRITING);
