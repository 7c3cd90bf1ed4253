import { draftOf, fileOf } from '../../engine/flow-file/flow-file.ts';
import { readFlowFile } from '../../engine/flow-file/read-flow-file.ts';
import { problems } from '../../problems.ts';
import { importFlow, titleOf } from '../../publish.ts';
import type { FlowRecord, Store } from '../../store/store.ts';
import { flowSummaries, flowView } from '../flow-views.ts';
import { type Route, route } from '../route.ts';
import { anything, list, object, slug } from '../schema.ts';
import * as schemas from '../schemas/flows.ts';
import { refuseIfUsed } from '../uses.ts';

/** Flows and their drafts. */
export const flowRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/flows',
    title: 'Every flow, in the order of the admin',
    needs: 'workspace.read',
    answer: list(schemas.flowSummary),
    handle: async ({ deps }) => {
      const [flows, live] = await Promise.all([deps.store.flows.list(), deps.store.flows.live()]);
      return flowSummaries(
        deps,
        flows.toSorted((a, b) => a.order - b.order),
        live,
      );
    },
  }),
  route({
    method: 'post',
    path: '/flows',
    title: 'Makes a new draft of a flow file, which is the body',
    needs: 'flows.edit',
    query: object({}, { id: slug }),
    body: 'text',
    answer: schemas.flow,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body, query }) => flowView(deps, await importFlow(deps, body, query.id)),
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
    handle: async ({ deps, param, body: { revision, file: source, order } }) => {
      const before = await knownFlow(deps.store, param('id'));
      const { file, problems: found } = readFlowFile(source, deps.types);
      if (!file) throw problems.damagedFlow(found);
      if (before.revision !== revision) throw problems.stale();
      const { description: _, labels: __, ...kept } = before;
      const next: FlowRecord = {
        ...kept,
        ...titleOf(file),
        order: order ?? before.order,
        draft: draftOf(file),
        revision: revision + 1,
        updatedAt: deps.clock(),
      };
      if (!(await deps.store.flows.save(next))) throw problems.stale();
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

/** Throws a problem when there is no such flow. */
export async function knownFlow(store: Store, id: string): Promise<FlowRecord> {
  const flow = await store.flows.get(id);
  if (!flow) throw problems.noSuch('flow', id);
  return flow;
}
