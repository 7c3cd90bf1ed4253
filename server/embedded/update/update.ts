import { aggregate, checkStages, type Variables } from '../aggregation.ts';
import { failedToParse, immutableId, location, Refusal } from '../refusal.ts';
import type { Touched } from '../storage/collection.ts';
import { decode, encode, MAX_DOCUMENT_BYTES } from '../values/codec.ts';
import { compare } from '../values/compare.ts';
import { type Document, firstField, isDocument } from '../values/document.ts';
import { decodeFields } from '../values/raw.ts';
import { applyUpdate } from './apply.ts';
import { compileUpdate, type OperatorUpdate } from './compile.ts';
import { splice } from './splice.ts';

/** What a write makes of a document: operators, another document, or a pipeline. */
export type Update =
  | { readonly kind: 'operators'; readonly operators: OperatorUpdate }
  | { readonly kind: 'replacement'; readonly document: Document }
  | { readonly kind: 'pipeline'; readonly stages: readonly Document[] };

/** What an update is applied with. */
export interface Circumstances {
  readonly filter: Document;
  readonly variables: Variables;
}

/** A document's new bytes and which of its fields may differ. */
export interface Updated {
  readonly raw: Uint8Array;
  readonly touched: Touched;
}

const PIPELINE_STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/** Reads the update of a statement, or refuses it. */
export function readUpdate(update: unknown, arrayFilters?: readonly Document[]): Update {
  if (Array.isArray(update)) return readPipeline(update, arrayFilters);
  if (!isDocument(update)) throw failedToParse('an update must be a document or a pipeline');
  if (firstField(update)?.startsWith('$')) {
    return { kind: 'operators', operators: compileUpdate(update, arrayFilters) };
  }
  if (arrayFilters) throw failedToParse('Cannot specify arrayFilters and a replacement');
  for (const name of Object.keys(update)) {
    if (!name.startsWith('$')) continue;
    throw new Refusal(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in a replacement.`,
    );
  }
  return { kind: 'replacement', document: update };
}

/** Applies an update to a stored document; undefined when nothing changes. */
export function updated(
  update: Update,
  before: Uint8Array,
  circumstances: Circumstances,
): Updated | undefined {
  if (update.kind === 'replacement') return replaced(update.document, before);
  if (update.kind === 'operators') return operated(update.operators, before, circumstances.filter);
  const document = decode(before);
  const after = runPipeline(update.stages, document, circumstances.variables);
  checkId(after, document['_id']);
  return unlessSame(encodeChecked(after), before);
}

/** Applies operators or a pipeline to a document that an upsert is about to insert. */
export function updatedForInsert(
  update: Update,
  seed: Document,
  { filter, variables }: Circumstances,
): Document {
  if (update.kind === 'replacement') return update.document;
  if (update.kind === 'pipeline') return runPipeline(update.stages, seed, variables);
  applyUpdate(seed, update.operators, { filter, inserting: true });
  return seed;
}

/** Encodes a document, or refuses it when it is too large. */
export const encodeChecked = (document: Document): Uint8Array => checkSize(encode(document));

function checkSize(raw: Uint8Array): Uint8Array {
  if (raw.length <= MAX_DOCUMENT_BYTES) return raw;
  throw new Refusal(
    10334,
    'BSONObjectTooLarge',
    `BSONObj size: ${raw.length} is larger than the most a document may have, ${MAX_DOCUMENT_BYTES}`,
  );
}

function readPipeline(stages: readonly unknown[], arrayFilters: readonly Document[] | undefined): Update {
  if (arrayFilters) throw failedToParse('Cannot specify arrayFilters and a pipeline update');
  checkStages(stages);
  for (const stage of stages) {
    const name = firstField(stage) ?? '';
    if (!PIPELINE_STAGES.has(name)) throw location(72, `${name} is not allowed to be used within an update`);
  }
  return { kind: 'pipeline', stages };
}

// Only the fields that the operators name are decoded and encoded again.
function operated(operators: OperatorUpdate, before: Uint8Array, filter: Document): Updated | undefined {
  const { touches, fields } = operators;
  const document = decodeFields(before, fields);
  const id = document['_id'];
  const changed = applyUpdate(document, operators, { filter, inserting: false });
  if (touches.has('_id')) checkId(document, id);
  return changed ? { raw: checkSize(splice(before, touches, document)), touched: touches } : undefined;
}

function replaced(replacement: Document, before: Uint8Array): Updated | undefined {
  const old = decode(before);
  const { _id: id = old['_id'], ...fields } = replacement;
  if (compare(id, old['_id']) !== 0) {
    throw immutableId(
      "After applying the update, the (immutable) field '_id' was found to have been altered",
    );
  }
  return unlessSame(encodeChecked({ _id: old['_id'], ...fields }), before);
}

const unlessSame = (after: Uint8Array, before: Uint8Array): Updated | undefined =>
  Buffer.compare(after, before) === 0 ? undefined : { raw: after, touched: undefined };

function checkId(document: Document, id: unknown): void {
  if (compare(document['_id'], id) !== 0) {
    throw immutableId("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
}

// mingo's $project can move `_id` to the end or lose it.
function runPipeline(stages: readonly Document[], document: Document, variables: Variables): Document {
  const [result = {}] = aggregate(stages, [document], variables);
  const { _id: id = document['_id'], ...fields } = result;
  return id === undefined ? fields : { _id: id, ...fields };
}
