import { holds } from '../contract/condition.ts';
import { explainCondition } from '../contract/explain-condition.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { type Reason, reason } from '../contract/reason.ts';

interface Branch {
  readonly label: string;
  readonly when: Json;
}

/** The conditions in their order, with real values, up to the first that holds. */
export function why(branches: readonly Branch[], scope: JsonObject): readonly Reason[] {
  const chosen = branches.findIndex(({ when }) => holds(when, scope));
  const asked = chosen === -1 ? branches : branches.slice(0, chosen + 1);
  return [
    ...asked.flatMap(({ label, when }, i) => [
      ...explainCondition(when, scope),
      i === chosen
        ? reason('so "{label}" it is', { label }, true)
        : reason('so not "{label}"', { label }, false),
    ]),
    ...(chosen === -1 ? [reason('No condition holds, so it goes on by "Otherwise"')] : []),
  ];
}
