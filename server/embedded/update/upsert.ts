import { ObjectId } from 'bson';
import { isRegex } from '../match/regex.ts';
import { badValue, immutableId } from '../refusal.ts';
import { equal } from '../values/compare.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { checkInsertId } from './insertable.ts';
import { type Circumstances, type Update, updatedForInsert } from './update.ts';

/** The document an upsert inserts when its filter found nothing: the filter's equalities, then the update. */
export function upsertDocument(update: Update, circumstances: Circumstances): Document {
  const seed = seedOf(circumstances.filter);
  const wanted = seed['_id'];
  const document = updatedForInsert(update, seed, circumstances);
  if (wanted !== undefined && document['_id'] !== undefined && !equal(document['_id'], wanted)) {
    throw immutableId("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const { _id: id = wanted ?? new ObjectId(), ...fields } = document;
  checkInsertId(id);
  return { _id: id, ...fields };
}

function seedOf(filter: Document): Document {
  const seed: Document = {};
  for (const [path, value] of equalities(filter)) plant(seed, path.split('.'), value);
  return seed;
}

function equalities(filter: Document): [path: string, value: unknown][] {
  return Object.entries(filter).flatMap(([name, condition]): [string, unknown][] => {
    if (name.startsWith('$')) return certainParts(name, condition).flatMap(equalities);
    const value = equalityIn(condition);
    return value && !isRegex(value[0]) ? [[name, value[0]]] : [];
  });
}

// An `$or` of one part is that part.
function certainParts(name: string, condition: unknown): Document[] {
  if (!Array.isArray(condition)) return [];
  return name === '$and' || (name === '$or' && condition.length === 1) ? condition.filter(isDocument) : [];
}

function equalityIn(condition: unknown): readonly unknown[] | undefined {
  if (!isOperatorDocument(condition)) return [condition];
  if ('$eq' in condition) return [condition['$eq']];
  return onlyOne(condition['$in']) ?? onlyOne(condition['$all']);
}

const onlyOne = (values: unknown): readonly unknown[] | undefined =>
  Array.isArray(values) && values.length === 1 ? values : undefined;

function plant(seed: Document, path: readonly string[], value: unknown): void {
  let at = seed;
  for (const part of path.slice(0, -1)) {
    if (part === '__proto__') throw badValue("a filter may not name '__proto__'");
    const below = Object.hasOwn(at, part) ? at[part] : undefined;
    const next: Document = isDocument(below) ? below : {};
    at[part] = next;
    at = next;
  }
  at[path.at(-1) ?? ''] = value;
}
