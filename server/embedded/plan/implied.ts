import { compileTest } from '../match/matcher.ts';
import { compare, equal } from '../values/compare.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { kindOf } from '../values/kinds.ts';
import type { Demand, Limit } from './predicates.ts';

/** Whether every document that meets the demands also answers the filter of a partial index. */
export function implies(demands: ReadonlyMap<string, Demand>, partial: Document): boolean {
  return Object.entries(partial).every(([name, condition]) => {
    if (name === '$and')
      return (
        Array.isArray(condition) && condition.every((part) => isDocument(part) && implies(demands, part))
      );
    const demand = name.startsWith('$') ? undefined : demands.get(name);
    return demand !== undefined && meets(demand, condition);
  });
}

/** Whether documents that meet the demand surely have the field. */
export const provesPresence = ({ points, low, high, exists }: Demand): boolean =>
  Boolean(low ?? high ?? exists) || (points?.every((point) => point !== null) ?? false);

function meets(demand: Demand, condition: unknown): boolean {
  const { points } = demand;
  if (points) {
    const test = compileTest({ field: condition });
    // A field that equals null may also be missing.
    return points.every((field) => test({ field }) && (field !== null || test({})));
  }
  if (!isOperatorDocument(condition)) return false;
  return Object.entries(condition).every(([operator, argument]) => {
    const narrower = Object.hasOwn(NARROWER, operator) ? NARROWER[operator] : undefined;
    return narrower?.(demand, argument) ?? false;
  });
}

const NARROWER: Readonly<Record<string, (demand: Demand, argument: unknown) => boolean>> = {
  $exists: (demand, argument) => argument === true && provesPresence(demand),
  $gt: ({ low }, argument) => isWithin(low, argument, 1, false),
  $gte: ({ low }, argument) => isWithin(low, argument, 1, true),
  $lt: ({ high }, argument) => isWithin(high, argument, -1, false),
  $lte: ({ high }, argument) => isWithin(high, argument, -1, true),
};

function isWithin(limit: Limit | undefined, argument: unknown, side: 1 | -1, inclusive: boolean): boolean {
  if (!limit || kindOf(limit.value) !== kindOf(argument)) return false;
  if (equal(limit.value, argument)) return inclusive || !limit.inclusive;
  return compare(limit.value, argument) * side > 0;
}
