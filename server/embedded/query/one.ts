import type { Collection } from '../storage/collection.ts';
import type { DataFile } from '../storage/file.ts';
import type { Row } from '../storage/row.ts';
import { findById } from './by-id.ts';
import { findRows, type Query } from './rows.ts';

/** The first row that answers a query. */
export function findOne(file: DataFile, collection: Collection, query: Query): Row | undefined {
  const identified = findById(collection, query.filter);
  return identified ? identified.row : findRows(file, collection, { ...query, limit: 1 }).next();
}
