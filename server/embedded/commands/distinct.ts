import { compileMatcher } from '../match/matcher.ts';
import { findRows } from '../query/rows.ts';
import { typeMismatch } from '../refusal.ts';
import { compare } from '../values/compare.ts';
import { encodeKey } from '../values/key.ts';
import { topOf, visitPath } from '../values/paths.ts';
import { decodeFields, fieldNames } from '../values/raw.ts';
import { collectionName, databaseName, deadlineOf, documentArgument, variablesOf } from './arguments.ts';
import type { Handler } from './engine.ts';

/** `distinct` */
export const distinct: Handler = (command, { catalogue }) => {
  const key = command['key'];
  if (typeof key !== 'string') throw typeMismatch("'key' must be a string");
  const filter = documentArgument(command, 'query') ?? {};
  const collection = catalogue.find(databaseName(command), collectionName(command));
  if (!collection) {
    compileMatcher(filter);
    return { values: [], ok: 1 };
  }
  const path = key.split('.');
  const fields = fieldNames([topOf(key)]);
  const values = new Map<string, unknown>();
  const rows = findRows(catalogue.file, collection, {
    filter,
    variables: variablesOf(command),
    deadline: deadlineOf(command),
  });
  for (let row = rows.next(); row; row = rows.next()) {
    visitPath(decodeFields(row.raw, fields), path, (found) => {
      for (const value of Array.isArray(found) ? (found as readonly unknown[]) : [found]) {
        if (value !== undefined) values.set(Buffer.from(encodeKey(value)).toString('latin1'), value);
      }
      return false;
    });
  }
  return { values: [...values.values()].sort(compare), ok: 1 };
};
