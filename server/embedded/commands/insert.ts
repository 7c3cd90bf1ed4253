import { insertable } from '../update/insertable.ts';
import { encode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import { collectionName, databaseName, rawDocuments } from './arguments.ts';
import type { Handler } from './engine.ts';
import { WriteErrors } from './write-errors.ts';

/** `insert` */
export const insert: Handler = (command, { catalogue }) => {
  const documents = rawDocuments(command, 'documents');
  const collection = catalogue.ensure(databaseName(command), collectionName(command));
  const errors = new WriteErrors(command);
  catalogue.file.begin();
  let n = 0;
  for (const [i, document] of documents.entries()) {
    const done = errors.attempt(i, () => collection.insert(insertable(toBytes(document))));
    if (done) n++;
    else if (errors.stop) break;
  }
  return { n, ...errors.reply(), ok: 1 };
};

const toBytes = (document: Document | Uint8Array): Uint8Array =>
  document instanceof Uint8Array ? document : encode(document);
