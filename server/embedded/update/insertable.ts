import { ObjectId } from 'bson';
import { typeName } from '../match/types.ts';
import { badValue, Refusal } from '../refusal.ts';
import { decode, encode, MAX_DOCUMENT_BYTES } from '../values/codec.ts';
import { isDocument } from '../values/document.ts';
import { KIND, kindOf } from '../values/kinds.ts';
import { ElementReader } from '../values/raw.ts';

const ID = Buffer.from('_id');
const BSON_ID_KINDS_REFUSED: ReadonlySet<number> = new Set([4, 6, 11]);
const BSON_DOCUMENT = 3;

/**
 * A document as it will be stored: `_id` first, made if there is none, everything well formed.
 * The bytes are taken as they came when they already are like that, which is what the driver sends.
 */
export function insertable(raw: Uint8Array): Uint8Array {
  if (raw.length > MAX_DOCUMENT_BYTES) {
    throw new Refusal(
      10334,
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${raw.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
  const reader = new ElementReader(raw);
  const idFirst =
    reader.next() &&
    reader.isNamed(ID) &&
    !BSON_ID_KINDS_REFUSED.has(reader.type) &&
    reader.type !== BSON_DOCUMENT;
  while (reader.next());
  if (idFirst) return raw;
  const { _id: id = new ObjectId(), ...fields } = decode(raw);
  checkInsertId(id);
  return encode({ _id: id, ...fields });
}

/** Refuses what MongoDB does not take as an `_id`. */
export function checkInsertId(id: unknown): void {
  const kind = kindOf(id);
  if (kind === KIND.array || kind === KIND.regex)
    throw badValue(`The '_id' value cannot be of type ${typeName(id)}`);
  if (!isDocument(id)) return;
  for (const name of Object.keys(id)) {
    if (name.startsWith('$')) {
      throw new Refusal(
        52,
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
      );
    }
  }
}
