import type { Catalogue } from '../storage/catalogue.ts';
import type { Document } from '../values/document.ts';
import type { Cursors } from './cursors.ts';

/** What commands work on. */
export interface Engine {
  readonly catalogue: Catalogue;
  readonly cursors: Cursors;
}

/** The answer to a command: a document, or its BSON bytes when it carries stored documents as they are. */
export type Reply = Document | Uint8Array;

/** Carries out a command, or throws a refusal. */
export type Handler = (command: Document, engine: Engine) => Reply;
