import { type FlowTitle, fileOf } from '../../engine/flow-file/flow-file.ts';
import { newDraft } from '../../flow-drafts.ts';
import { type Detail, problems } from '../../problems.ts';
import type { FlowRecord } from '../../store/store.ts';
import { changed } from '../changed.ts';
import { flowView } from '../flows/flow-views.ts';
import { type Call, type Route, route } from '../route.ts';
import { list, object, text, truth } from '../schema.ts';
import * as schemas from '../schemas/flows.ts';
import { refuseIfUsed } from '../things/uses.ts';
import { knownFlow } from './flows.ts';

/** What the list of flows does with them, without a look at what they mean. */
export const flowListRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/flows/:id/duplicate',
    title: 'Makes a new draft that is the same as the draft of a flow',
    needs: 'flows.edit',
    body: object({}, { name: text(200) }),
    answer: schemas.flow,
    status: 201,
    refuses: [404],
    handle: async ({ deps, param, by, body }) => {
      const flow = await knownFlow(deps.store, param('id'));
      const name = body.name ?? `${flow.name} (copy)`;
      return flowView(deps, await newDraft(deps, fileOf({ ...flow, name }, flow.draft), { who: by }));
    },
  }),
  route({
    method: 'put',
    path: '/flows/:id/title',
    title: 'Renames a flow: its name, description and labels',
    needs: 'flows.edit',
    body: schemas.titleBody,
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param, by, body }) => {
      const { description: _, labels: __, ...kept } = await knownFlow(deps.store, param('id'));
      return flowView(deps, await saved({ deps, by }, { ...kept, ...(body satisfies FlowTitle) }));
    },
  }),
  route({
    method: 'post',
    path: '/flows/:id/archive',
    title: 'Puts a flow away that nothing uses; one that is live goes offline, if that is agreed to',
    needs: 'flows.edit',
    body: object({}, { takeOffline: { ...truth, description: 'It may be live, and is to go offline.' } }),
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param, by, body }) => {
      const { live, ...flow } = await knownFlow(deps.store, param('id'));
      if (live !== undefined && body.takeOffline !== true) throw problems.stillLive(flow.name);
      await refuseIfUsed(deps, 'flow', flow.id);
      const put = await saved({ deps, by }, { ...flow, archived: true });
      if (live !== undefined) await changed(deps);
      return flowView(deps, put);
    },
  }),
  route({
    method: 'post',
    path: '/flows/:id/restore',
    title: 'Takes a flow out of the archive, as a draft',
    needs: 'flows.edit',
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param, by }) => {
      const { archived: _, ...flow } = await knownFlow(deps.store, param('id'));
      return flowView(deps, await saved({ deps, by }, flow));
    },
  }),
  route({
    method: 'put',
    // Not below /flows: a flow may well have the id "order".
    path: '/flow-order',
    title: 'Puts flows into an order: where nothing else decides who gets a message, the first one does',
    needs: 'flows.edit',
    body: object({ ids: { ...list({ type: 'string' } as const), description: 'Every flow, once.' } }),
    handle: async ({ deps, body: { ids } }) => {
      const known = (await deps.store.flows.list()).map(({ id }) => id);
      const wrong = misfits(ids, known);
      if (wrong.length > 0) throw problems.invalid(wrong);
      // Those in the archive need not be named; they keep their places behind the others.
      await deps.store.flows.arrange([...ids, ...known.filter((id) => !ids.includes(id))]);
      await changed(deps);
    },
  }),
];

/** Saves a change of a flow under its next revision. Throws a problem when somebody else was first. */
async function saved(
  { deps, by }: Pick<Call<object, unknown>, 'deps' | 'by'>,
  flow: FlowRecord,
): Promise<FlowRecord> {
  const next: FlowRecord = {
    ...flow,
    revision: flow.revision + 1,
    updatedAt: deps.clock(),
    updatedBy: by,
  };
  if (!(await deps.store.flows.save(next))) throw problems.stale();
  return next;
}

function misfits(ids: readonly string[], known: readonly string[]): readonly Detail[] {
  return ids.flatMap((id, n) => {
    if (!known.includes(id))
      return [{ field: `ids.${n}`, message: `There is no flow "${id.slice(0, 100)}".` }];
    if (ids.indexOf(id) < n) return [{ field: `ids.${n}`, message: `The flow "${id}" is named twice.` }];
    return [];
  });
}
