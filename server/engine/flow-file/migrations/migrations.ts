import type { JsonObject } from '../../../../nodes/contract/json.ts';
import { from1To2 } from './1-to-2.ts';

/** Turns a file of one spec into the next. Pure, and never throws: what it cannot make sense of it leaves as it is. */
export type Migration = (file: JsonObject) => JsonObject;

/** migrations[n] turns spec n+1 into n+2; today's spec is migrations.length + 1. */
export const migrations: readonly Migration[] = [from1To2];

/** A file of an older spec in today's form. */
export const migrate = (file: JsonObject, spec: number): JsonObject =>
  migrations.slice(spec - 1).reduce((older, newer) => newer(older), file);
