import type { Registry } from '../../nodes/contract/registry.ts';
import type { LintContext } from '../engine/lint/context.ts';
import { inputsBy } from '../engine/lint/inputs.ts';
import { lint } from '../engine/lint/lint.ts';
import type { Problem } from '../engine/lint/problem.ts';
import type { World } from '../engine/world.ts';
import type { FlowRecord, Store } from '../store/store.ts';

/** What the linter must be told of a flow. */
export type Linted = Pick<FlowRecord, 'id' | 'name' | 'order' | 'draft'>;

/** Looks at the workspace once, to lint any number of flows by it. `world` is the live one. */
export async function linterOf(
  store: Store,
  types: Registry,
  world: World,
): Promise<(flow: Linted) => readonly Problem[]> {
  const contextOf = await lintContextsOf(store, types, world);
  return (flow) => lint(flow.draft, contextOf(flow));
}

/** What the linter, and whoever looks at a flow as it does, knows of the workspace around one. */
export async function lintContextsOf(
  store: Store,
  types: Registry,
  world: World,
): Promise<(flow: Omit<Linted, 'draft'>) => LintContext> {
  const [flows, calendars, connections, teams, numbers] = await Promise.all([
    store.flows.list(),
    store.calendars.all(),
    store.connections.all(),
    store.teams.all(),
    store.numbers.all(),
  ]);
  const known = {
    // What is put away cannot be led to.
    flow: ids(flows.filter(({ archived }) => !archived)),
    calendar: ids(calendars),
    connection: ids(connections),
    team: ids(teams),
    number: ids(numbers),
  };
  const inputsOf = inputsBy(
    flows.map(({ draft }) => draft.graph),
    types,
  );
  // The triggers of every live flow, whatever number they are limited to.
  const triggers = world.triggers('');
  return ({ id, name, order }) => ({
    types,
    flow: { id, name, order },
    triggers,
    known,
    inputs: inputsOf(id),
  });
}

const ids = (things: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(things.map(({ id }) => id));
