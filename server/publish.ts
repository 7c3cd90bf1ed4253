import type { FlowVersion } from '../nodes/contract/flow.ts';
import type { Registry } from '../nodes/contract/registry.ts';
import { type FlowFile, sceneryOf } from './engine/flow-file/flow-file.ts';
import { type Problem as FlowProblem, isError } from './engine/lint/problem.ts';
import { problems } from './problems.ts';
import { type Linted, linterOf } from './runtime/linter.ts';
import type { Workspace } from './runtime/workspace.ts';
import type { FlowRecord, Store } from './store/store.ts';

/** Where flows are kept, and what tells whether they are fit to run. */
export interface Shelf {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly types: Registry;
  /** Epoch ms. */
  clock(): number;
}

/** The next version of a flow: its draft as it stands, or an older version again. */
export function makeVersion(
  flow: FlowRecord,
  version: number,
  publishedAt: number,
  { note, again }: { readonly note?: string; readonly again?: FlowVersion } = {},
): FlowVersion {
  const { graph, layout, ...rest } = again ?? flow.draft;
  const { id, name, order } = flow;
  return {
    flow: id,
    version,
    name,
    order,
    graph,
    layout,
    publishedAt,
    ...(note !== undefined && { note }),
    ...sceneryOf(rest),
  };
}

/** Everything that is wrong or doubtful about a flow in this workspace. */
export const lintFlow = async (shelf: Shelf, flow: Linted): Promise<readonly FlowProblem[]> =>
  (await createLinter(shelf))(flow);

/** Looks at the workspace once, to lint any number of flows by it. */
export const createLinter = ({ store, workspace, types }: Shelf) => linterOf(store, types, workspace.world());

/** What a file says of a flow besides its draft. */
export const titleOf = ({
  name,
  description,
  labels,
}: FlowFile): Pick<FlowRecord, 'name' | 'description' | 'labels'> => ({
  name,
  ...(description !== undefined && { description }),
  ...(labels && { labels }),
});

/**
 * Makes the draft of a flow (or an older version of it) its live version. Throws a problem while the linter finds an
 * error, and when somebody else has saved the flow in the meantime.
 */
export async function publishFlow(
  shelf: Shelf,
  id: string,
  { note, version }: { readonly note?: string; readonly version?: number } = {},
): Promise<FlowRecord> {
  const { store, workspace, clock } = shelf;
  const flow = await store.flows.get(id);
  if (!flow) throw problems.noSuch('flow', id);
  if (flow.archived) throw problems.archived(flow.name);
  const again = version === undefined ? undefined : await store.flows.version({ id, version });
  if (version !== undefined && !again) throw problems.noSuch('version', `${id} ${version}`);
  const errors = (await lintFlow(shelf, { ...flow, draft: again ?? flow.draft })).filter(isError);
  if (errors.length > 0) throw problems.unpublishable(errors);
  const options = { ...(note !== undefined && { note }), ...(again && { again }) };
  let next = flow.latest + 1;
  // A number that is taken already is left of a publishing that was cut off.
  while (!(await store.flows.addVersion(makeVersion(flow, next, clock(), options)))) next += 1;
  const published = { ...flow, live: next, latest: next, revision: flow.revision + 1, updatedAt: clock() };
  if (!(await store.flows.save(published))) throw problems.stale();
  await store.workspace.touch();
  await workspace.refresh();
  return published;
}
