import { draftOf, fileOf } from '../../engine/flow-file/flow-file.ts';
import { readFlowFile } from '../../engine/flow-file/read-flow-file.ts';
import { importFlow } from '../../flow-drafts.ts';
import { problems } from '../../problems.ts';
import { titleOf } from '../../publish.ts';
import { DEFAULT_SETTINGS } from '../../runtime/workspace.ts';
import type { FlowRecord, Store } from '../../store/store.ts';
import type { ApiDeps } from '../deps.ts';
import { flowSummaries, flowView } from '../flows/flow-views.ts';
import { type Route, route } from '../route.ts';
import { anything, list, object, slug, whole } from '../schema.ts';
import * as schemas from '../schemas/flows.ts';
import { refuseIfUsed } from '../things/uses.ts';

/** Flows and their drafts. */
export const flowRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/flows',
    title: 'Every flow, in the order of the admin, with what it did in the last seven days',
    needs: 'workspace.read',
    query: object({}, { archived: { ...whole(0, 1), description: '1: also those in the archive.' } }),
    answer: list(schemas.flowSummary),
    handle: async ({ deps, query: { archived = 0 } }) => {
      const { store, tallies } = deps;
      const [all, live, settings] = await Promise.all([
        store.flows.list(),
        store.flows.live(),
        store.workspace.read(),
      ]);
      const flows = all.filter((flow) => archived === 1 || !flow.archived);
      const { timeZone } = settings ?? DEFAULT_SETTINGS;
      const weeks = await tallies.week(
        flows.map(({ id }) => id),
        timeZone,
      );
      const inOrder = flows.toSorted((a, b) => a.order - b.order);
      return flowSummaries(deps, inOrder, live, weeks);
    },
  }),
  route({
    method: 'post',
    path: '/flows',
    title: 'Makes a new draft of a flow file, which is the body; of a mere {"name": …}, an empty one',
    needs: 'flows.edit',
    query: object(
      {},
      {
        id: slug,
        mend: {
          ...whole(0, 1),
          description: '1: of a file that is damaged or newer, what can be used of it.',
        },
      },
    ),
    body: 'text',
    answer: schemas.flow,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body, query: { id, mend }, by }) =>
      flowView(deps, await importFlow(deps, body, { id, mend: mend === 1, who: by })),
  }),
  route({
    method: 'get',
    path: '/flows/:id',
    title: 'A flow with its draft and what is wrong with it',
    needs: 'workspace.read',
    answer: schemas.flow,
    refuses: [404],
    handle: async ({ deps, param }) => flowView(deps, await knownFlow(deps.store, param('id'))),
  }),
  route({
    method: 'put',
    path: '/flows/:id',
    title: 'Replaces the draft of a flow, unless somebody else has saved it since it was read',
    needs: 'flows.edit',
    body: schemas.draftBody,
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param, by, body: { revision, file: source, order } }) => {
      const before = await knownFlow(deps.store, param('id'));
      const { file, problems: found } = readFlowFile(source, deps.types);
      if (!file) throw problems.damagedFlow(found);
      if (before.revision !== revision) throw problems.stale();
      const { description: _, labels: __, updatedBy: ___, ...kept } = before;
      const next: FlowRecord = {
        ...kept,
        ...titleOf(file),
        order: order ?? before.order,
        draft: draftOf(file),
        revision: revision + 1,
        updatedAt: deps.clock(),
        updatedBy: by,
      };
      if (!(await deps.store.flows.save(next))) throw problems.stale();
      tellSaved(deps, next);
      return flowView(deps, next);
    },
  }),
  route({
    method: 'delete',
    path: '/flows/:id',
    title: 'Deletes a flow that is not live and that nothing uses',
    needs: 'flows.edit',
    refuses: [404, 409],
    handle: async ({ deps, param }) => {
      const { id, live } = await knownFlow(deps.store, param('id'));
      if (live !== undefined) throw problems.inUse('It is live; take it offline first.');
      await refuseIfUsed(deps, 'flow', id);
      await deps.store.flows.remove(id);
      await deps.store.flowTests.removeOf(id);
    },
  }),
  route({
    method: 'get',
    path: '/flows/:id/file',
    title: 'The draft of a flow as a flow file',
    needs: 'workspace.read',
    answer: anything,
    refuses: [404],
    handle: async ({ deps, param }) => {
      const flow = await knownFlow(deps.store, param('id'));
      return fileOf(flow, flow.draft);
    },
  }),
];

/** Tells the pages that have a flow open that there is a newer state of it. */
export const tellSaved = ({ live }: Pick<ApiDeps, 'live'>, { id, revision, updatedBy }: FlowRecord): void =>
  live.publish({ type: 'flow', flow: id, revision, ...(updatedBy && { by: updatedBy.name }) });

/** Throws a problem when there is no such flow. */
export async function knownFlow(store: Store, id: string): Promise<FlowRecord> {
  const flow = await store.flows.get(id);
  if (!flow) throw problems.noSuch('flow', id);
  return flow;
}
