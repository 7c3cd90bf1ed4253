import { compileMatcher } from '../match/matcher.ts';
import { plan } from '../plan/planner.ts';
import { findRows } from '../query/rows.ts';
import type { Collection } from '../storage/collection.ts';
import { countPlan } from '../storage/count-plan.ts';
import type { Document } from '../values/document.ts';
import {
  collectionName,
  countArgument,
  databaseName,
  deadlineOf,
  documentArgument,
  variablesOf,
} from './arguments.ts';
import type { Engine, Handler } from './engine.ts';
import { limitOf } from './find.ts';

/** `count` */
export const count: Handler = (command, engine) => {
  const filter = documentArgument(command, 'query') ?? {};
  const collection = engine.catalogue.find(databaseName(command), collectionName(command));
  const skip = countArgument(command, 'skip') ?? 0;
  const limit = limitOf(command);
  if (!collection) {
    compileMatcher(filter);
    return { n: 0, ok: 1 };
  }
  const most = limit === undefined ? Number.POSITIVE_INFINITY : limit + skip;
  return { n: Math.max(0, countMatching(engine, collection, filter, command, most) - skip), ok: 1 };
};

/** How many documents answer a filter, counting no further than `most`. */
export function countMatching(
  { catalogue: { file } }: Engine,
  collection: Collection,
  filter: Document,
  command: Document,
  most = Number.POSITIVE_INFINITY,
): number {
  const chosen = plan(collection, filter);
  const quick = chosen.exact ? countPlan(file, collection, chosen) : undefined;
  if (quick !== undefined) return Math.min(quick, most);
  const rows = findRows(file, collection, {
    filter,
    variables: variablesOf(command),
    deadline: deadlineOf(command),
  });
  let n = 0;
  while (n < most && rows.next()) n++;
  return n;
}
