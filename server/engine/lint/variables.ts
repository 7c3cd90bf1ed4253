import { inputProperty } from '../../../nodes/contract/flow-input.ts';
import { GIVEN } from '../../../nodes/contract/formats.ts';
import { formatOf, type ParamValue } from './walk-params.ts';

/** A place in params that names a variable the node sets. */
export interface Assignment {
  readonly variable: string;
  readonly path: string;
}

/** Every place that names a variable, in this flow or in one that it enters. */
export const namesIn = (values: readonly ParamValue[]): readonly Assignment[] =>
  values.flatMap(({ schema, value, path }) =>
    formatOf(schema) === 'variable' && typeof value === 'string' ? [{ variable: value, path }] : [],
  );

/** The variables that the node sets in this flow; those handed to another flow are set over there. */
export function assignmentsOf(values: readonly ParamValue[]): readonly Assignment[] {
  const handedOn = values.filter(({ schema }) => 'items' in schema && schema.items === inputProperty.items);
  return namesIn(values).filter(({ path }) => !handedOn.some((list) => path.startsWith(`${list.path}.`)));
}

/** What every text and condition may read: what we know without a flow, and why a flow was called to the rescue. */
export const ROOTS: readonly string[] = [...GIVEN, 'failure'];

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const most = name.length < 5 ? 1 : 2;
  const ranked = known
    .map((other) => ({ other, distance: distance(name.toLowerCase(), other.toLowerCase(), most) }))
    .filter((found) => found.distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.other;
}

/** How many letters must be put in, taken out or changed to make one word of another (Levenshtein). */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (b[j] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
