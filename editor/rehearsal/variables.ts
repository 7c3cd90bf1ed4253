import type { Json } from '../../nodes/contract/json.ts';
import type { Rehearsal } from '../../server/api/contract.ts';

type Step = Rehearsal['steps'][number];
type SessionView = Step['sessions'][number];

/** A variable as a step left it. */
export interface VariableView {
  readonly name: string;
  readonly value: Json;
  /** What it was before the step; nothing for a new one. */
  readonly before?: Json;
  readonly isChanged: boolean;
}

/** A session with all its variables, as a step left it. */
export interface SessionAtStep {
  readonly session: SessionView;
  readonly variables: readonly VariableView[];
}

/** What the sessions of a step know: each step tells only what changed, so all before it are read. */
export function sessionsAt(steps: readonly Step[], at: number): readonly SessionAtStep[] {
  const known = new Map<string, Map<string, Json>>();
  for (const { sessions } of steps.slice(0, at)) for (const session of sessions) apply(known, session);
  return (steps[at]?.sessions ?? []).map((session) => {
    const before = new Map(known.get(session.id));
    const after = apply(known, session);
    const variables = [...after].map(([name, value]): VariableView => {
      const old = before.get(name);
      const isChanged = Object.hasOwn(session.set, name);
      return { name, value, isChanged, ...(isChanged && old !== undefined && { before: old }) };
    });
    return { session, variables };
  });
}

function apply(known: Map<string, Map<string, Json>>, { id, set, unset }: SessionView): Map<string, Json> {
  const values = known.get(id) ?? new Map<string, Json>();
  known.set(id, values);
  for (const name of unset) values.delete(name);
  for (const [name, value] of Object.entries(set)) values.set(name, value);
  return values;
}
