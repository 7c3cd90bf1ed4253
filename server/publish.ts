import type { FlowMove } from '../nodes/contract/conversation.ts';
import type { Author, Draft, FlowVersion } from '../nodes/contract/flow.ts';
import type { Registry } from '../nodes/contract/registry.ts';
import { type FlowFile, sceneryOf } from './engine/flow-file/flow-file.ts';
import { type Problem as FlowProblem, isError } from './engine/lint/problem.ts';
import { problems } from './problems.ts';
import { type Linted, lintContextsOf, linterOf } from './runtime/linter.ts';
import type { Workspace } from './runtime/workspace.ts';
import type { FlowRecord, MoveOrder, Store } from './store/store.ts';

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
  { note, by, again }: { readonly note?: string; readonly by?: Author; readonly again?: FlowVersion } = {},
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
    ...(by && { publishedBy: by }),
    ...(note !== undefined && { note }),
    ...sceneryOf(rest),
  };
}

/** Everything that is wrong or doubtful about a flow in this workspace. */
export const lintFlow = async (shelf: Shelf, flow: Linted): Promise<readonly FlowProblem[]> =>
  (await createLinter(shelf))(flow);

/** Looks at the workspace once, to lint any number of flows by it. */
export const createLinter = ({ store, workspace, types }: Shelf) => linterOf(store, types, workspace.world());

/** What the linter, and whoever looks at a flow as it does, knows of the workspace around one. */
export const lintContexts = ({ store, workspace, types }: Shelf) =>
  lintContextsOf(store, types, workspace.world());

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

/** How to publish. */
export interface Publishing {
  readonly note?: string;
  /** This older version again, instead of the draft. */
  readonly version?: number;
  /** What `impactOf` gave; without it nobody is asked whether things have changed since. */
  readonly token?: string;
  /** What becomes of those who are inside; unless told, they finish in the version they are in. */
  readonly inside?: { readonly how: 'finish' | 'move' | 'restart'; readonly map?: FlowMove['map'] };
  readonly by?: Author;
}

/**
 * Makes the draft of a flow (or an older version of it) its live version. Throws a problem while the linter finds an
 * error, when the token is out of date, and when somebody else has saved the flow in the meantime.
 */
export async function publishFlow(
  shelf: Shelf,
  id: string,
  publishing: Publishing = {},
): Promise<FlowRecord> {
  const { store, workspace, clock } = shelf;
  const { version, token, inside, by } = publishing;
  const flow = await store.flows.get(id);
  if (!flow) throw problems.noSuch('flow', id);
  if (flow.archived) throw problems.archived(flow.name);
  const again = version === undefined ? undefined : await store.flows.version({ id, version });
  if (version !== undefined && !again) throw problems.noSuch('version', `${id} ${version}`);
  if (token !== undefined && token !== impactToken(flow, version)) throw problems.staleImpact();
  const errors = (await lintFlow(shelf, { ...flow, draft: again ?? flow.draft })).filter(isError);
  if (errors.length > 0) throw problems.unpublishable(errors);
  const now = clock();
  const options = { ...publishing, ...(again && { again }) };
  let next = flow.latest + 1;
  // A number that is taken already is left of a publishing that was cut off.
  while (!(await store.flows.addVersion(makeVersion(flow, next, now, options)))) next += 1;
  const moving = orderOf(again ?? flow.draft, inside, next, now) ?? flow.moving;
  const published: FlowRecord = {
    ...flow,
    ...{ live: next, latest: next, revision: flow.revision + 1, updatedAt: now },
    ...optional({ updatedBy: by, moving }),
  };
  if (!(await store.flows.save(published))) throw problems.stale();
  await store.workspace.touch();
  await workspace.refresh();
  return published;
}

/** The fields that have a value. */
const optional = (fields: {
  readonly updatedBy: Author | undefined;
  readonly moving: MoveOrder | undefined;
}) => ({
  ...(fields.updatedBy && { updatedBy: fields.updatedBy }),
  ...(fields.moving && { moving: fields.moving }),
});

/** Names what an impact was about: the draft as it stood, what was live, and what was to be published. */
export const impactToken = ({ revision, live = 0 }: FlowRecord, version?: number): string =>
  [revision, live, version ?? 'draft'].join('.');

const NODE = /^[\w-]{1,64}$/;

/** The same write that publishes says who comes along: neither is ever there without the other. */
function orderOf(
  { graph }: Draft,
  { how, map }: NonNullable<Publishing['inside']> = { how: 'finish' },
  to: number,
  at: number,
): MoveOrder | undefined {
  const nodes = new Set(graph.nodes.map(({ id }) => id));
  // What is no id of a node may be no name of a field either.
  const lost = Object.entries(map ?? {}).filter(([node, target]) => !NODE.test(node) || !nodes.has(target));
  if (lost.length > 0)
    throw problems.invalid(
      lost.map(([node, target]) => ({
        field: `inside.map.${node}`,
        message: `People at "${node}" cannot go to "${target}": one of the two is no node.`,
      })),
    );
  return how === 'finish' ? undefined : { how, to, at, ...(map && { map }) };
}
