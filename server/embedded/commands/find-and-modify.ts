import { compileProjection, type Project } from '../projection.ts';
import { findOne } from '../query/one.ts';
import { failedToParse } from '../refusal.ts';
import { readSort } from '../sorter.ts';
import type { Collection } from '../storage/collection.ts';
import type { Row } from '../storage/row.ts';
import { encodeChecked, readUpdate, updated } from '../update/update.ts';
import { upsertDocument } from '../update/upsert.ts';
import { decode, encode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import {
  collectionName,
  databaseName,
  documentArgument,
  documentsArgument,
  variablesOf,
} from './arguments.ts';
import { withDocument } from './cursor-reply.ts';
import type { Engine, Handler, Reply } from './engine.ts';
import { collectionFor } from './update.ts';

/** `findAndModify` */
export const findAndModify: Handler = (command, engine) => {
  const request = readRequest(command);
  const collection = collectionFor(engine, databaseName(command), collectionName(command), request.upsert);
  if (!collection)
    return answer({ n: 0, ...(request.removes ? {} : { updatedExisting: false }) }, undefined, request);
  const query = { filter: request.filter, sort: readSort(command['sort']), variables: request.variables };
  const row = findOne(engine.catalogue.file, collection, query);
  if (row)
    return request.removes
      ? removeRow(engine, collection, row, request)
      : updateRow(engine, collection, row, request);
  if (!request.upsert)
    return answer({ n: 0, ...(request.removes ? {} : { updatedExisting: false }) }, undefined, request);
  return upsert(engine, collection, request);
};

type Request = ReturnType<typeof readRequest>;

function readRequest(command: Document) {
  const removes = command['remove'] === true;
  const filter = documentArgument(command, 'query') ?? {};
  const filters =
    command['arrayFilters'] === undefined ? undefined : documentsArgument(command, 'arrayFilters');
  if (removes === (command['update'] !== undefined))
    throw failedToParse('Either an update or remove=true must be specified');
  if (removes && (command['new'] === true || command['upsert'] === true)) {
    throw failedToParse(
      "Cannot specify both new=true or upsert=true and remove=true; 'remove' always returns the deleted document",
    );
  }
  const variables = variablesOf(command);
  return {
    removes,
    filter,
    variables,
    update: removes ? undefined : readUpdate(command['update'], filters),
    upsert: command['upsert'] === true,
    wantsNew: command['new'] === true,
    project: compileProjection(documentArgument(command, 'fields'), filter, variables),
  };
}

function removeRow({ catalogue }: Engine, collection: Collection, row: Row, request: Request): Reply {
  catalogue.file.begin();
  collection.remove(row);
  return answer({ n: 1 }, row.raw, request);
}

function updateRow({ catalogue }: Engine, collection: Collection, row: Row, request: Request): Reply {
  const after = request.update && updated(request.update, row.raw, request);
  if (after) {
    catalogue.file.begin();
    collection.replace(row, after.raw, after.touched);
  }
  return answer(
    { n: 1, updatedExisting: true },
    request.wantsNew ? (after?.raw ?? row.raw) : row.raw,
    request,
  );
}

function upsert({ catalogue }: Engine, collection: Collection, request: Request): Reply {
  if (!request.update) throw failedToParse('an upsert needs an update');
  const document = upsertDocument(request.update, request);
  const raw = encodeChecked(document);
  catalogue.file.begin();
  collection.insert(raw);
  return answer(
    { n: 1, updatedExisting: false, upserted: document['_id'] },
    request.wantsNew ? raw : undefined,
    request,
  );
}

function answer(
  lastErrorObject: Document,
  raw: Uint8Array | undefined,
  { project }: { project: Project | undefined },
): Reply {
  if (!raw) return { lastErrorObject, value: null, ok: 1 };
  return withDocument(
    encode({ lastErrorObject, ok: 1 }),
    'value',
    project ? encode(project(decode(raw))) : raw,
  );
}
