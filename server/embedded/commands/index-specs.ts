import { compileMatcher } from '../match/matcher.ts';
import { failedToParse, notSupported, Refusal } from '../refusal.ts';
import type { Collection } from '../storage/collection.ts';
import type { IndexSpec } from '../storage/index-keys.ts';
import { equal } from '../values/compare.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { toNumber } from '../values/numbers.ts';

const KNOWN = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
]);

/** Reads the description of an index, or refuses it; undefined for the index on `_id`, which is always there. */
export function readIndexSpec(given: Document): IndexSpec | undefined {
  const { key, name } = given;
  if (!isDocument(key) || Object.keys(key).length === 0) throw cannotCreate('Index keys cannot be empty.');
  if (typeof name !== 'string' || name === '')
    throw failedToParse("The 'name' field is a required property of an index specification");
  for (const option of Object.keys(given))
    if (!KNOWN.has(option)) throw notSupported(`an index with '${option}'`);
  for (const [field, direction] of Object.entries(key)) checkField(field, direction);
  checkOptions(given);
  if (equal(key, { _id: 1 })) return undefined;
  const { background: _background, ns: _ns, ...spec } = given;
  return { ...spec, v: 2, key, name };
}

/** Whether the collection has this very index already; refuses one that only resembles it. */
export function alreadyThere({ indexes }: Collection, spec: IndexSpec): boolean {
  const twin = indexes.find((index) => isSameKey(index.spec, spec));
  const namesake = indexes.find(({ name }) => name === spec.name);
  if (namesake && namesake !== twin) {
    throw conflict(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${spec.name}`,
    );
  }
  if (!twin) return false;
  if (twin.name !== spec.name)
    throw conflict(85, 'IndexOptionsConflict', `Index already exists with a different name: ${twin.name}`);
  if (!hasSameOptions(twin.spec, spec)) {
    throw conflict(
      86,
      'IndexKeySpecsConflict',
      `An equivalent index already exists with other options: ${twin.name}`,
    );
  }
  return true;
}

function checkField(field: string, direction: unknown): void {
  if (field === '' || field.split('.').includes(''))
    throw cannotCreate('Index keys cannot contain an empty field.');
  if (field.startsWith('$') || field.includes('$**'))
    throw cannotCreate(`Index key contains an illegal field name: ${field}`);
  if (typeof direction === 'string') throw notSupported(`a '${direction}' index`);
  if (kindOf(direction) !== KIND.number || !toNumber(direction)) {
    throw cannotCreate(`Values in the index key pattern must be 1 or -1, not ${JSON.stringify(direction)}`);
  }
}

const LONGEST_EXPIRY = 2_147_483_647;

function checkOptions(spec: Document): void {
  const { expireAfterSeconds: expiry, partialFilterExpression: partial } = spec;
  if (expiry !== undefined) {
    const seconds = kindOf(expiry) === KIND.number ? toNumber(expiry) : Number.NaN;
    if (!(seconds >= 0 && seconds <= LONGEST_EXPIRY)) {
      throw cannotCreate(
        `TTL index 'expireAfterSeconds' option must be within an acceptable range, not ${String(expiry)}`,
      );
    }
    if (Object.keys(spec['key'] as Document).length > 1)
      throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
  if (partial === undefined) return;
  if (!isDocument(partial)) throw cannotCreate("'partialFilterExpression' must be a document");
  if (spec['sparse']) throw cannotCreate("cannot mix 'partialFilterExpression' and 'sparse' options");
  compileMatcher(partial);
  checkPartial(partial);
}

const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

// As in MongoDB, only conditions of which one can tell that a query implies them.
function checkPartial(partial: Document): void {
  for (const [name, condition] of Object.entries(partial)) {
    if (name === '$and' && Array.isArray(condition)) condition.filter(isDocument).forEach(checkPartial);
    else if (name.startsWith('$')) throw cannotCreate(`Expression not supported in partial index: ${name}`);
    else if (isOperatorDocument(condition)) checkPartialCondition(condition);
  }
}

function checkPartialCondition(condition: Document): void {
  for (const [operator, argument] of Object.entries(condition)) {
    if (!PARTIAL_OPERATORS.has(operator) || (operator === '$exists' && !argument)) {
      throw cannotCreate(`Expression not supported in partial index: ${operator}`);
    }
  }
}

const isSameKey = (a: IndexSpec, b: IndexSpec): boolean =>
  Object.keys(a.key).join('\0') === Object.keys(b.key).join('\0') &&
  equal(a.key, b.key) &&
  equal(a['partialFilterExpression'], b['partialFilterExpression']);

const hasSameOptions = (a: Document, b: Document): boolean =>
  Boolean(a['unique']) === Boolean(b['unique']) &&
  Boolean(a['sparse']) === Boolean(b['sparse']) &&
  equal(a['expireAfterSeconds'], b['expireAfterSeconds']);

const cannotCreate = (message: string): Refusal => new Refusal(67, 'CannotCreateIndex', message);

const conflict = (code: number, codeName: string, message: string): Refusal =>
  new Refusal(code, codeName, message);
