import type { FlowVersion } from '../../../nodes/contract/flow.ts';
import { problems } from '../../problems.ts';
import { publishFlow } from '../../publish.ts';
import type { Store } from '../../store/store.ts';
import { changed } from '../changed.ts';
import type { VersionInUse, VersionView } from '../contract.ts';
import { flowView, graphView, versionSummary } from '../flows/flow-views.ts';
import { type Route, route } from '../route.ts';
import { list, object, whole } from '../schema.ts';
import * as schemas from '../schemas/flows.ts';
import { knownFlow, tellSaved } from './flows.ts';

/** Publishing, and what has been published. */
export const versionRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/flows/:id/publish',
    title: 'Makes the draft, or an older version, the live version, and says what becomes of those inside',
    needs: 'flows.publish',
    body: schemas.publishing,
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param, body, by }) => {
      const flow = await publishFlow(deps, param('id'), { ...body, by });
      tellSaved(deps, flow);
      return flowView(deps, flow);
    },
  }),
  route({
    method: 'post',
    path: '/flows/:id/unpublish',
    title: 'Takes a flow offline: it starts no more; people inside finish it',
    needs: 'flows.publish',
    answer: schemas.flow,
    refuses: [404, 409],
    handle: async ({ deps, param }) => {
      const { live: _, ...flow } = await knownFlow(deps.store, param('id'));
      const next = { ...flow, revision: flow.revision + 1, updatedAt: deps.clock() };
      if (!(await deps.store.flows.save(next))) throw problems.stale();
      await changed(deps);
      tellSaved(deps, next);
      return flowView(deps, next);
    },
  }),
  route({
    method: 'get',
    path: '/flows/:id/versions',
    title: 'The versions of a flow, newest first, with how many people are inside each',
    needs: 'workspace.read',
    query: object({}, { limit: whole(1, 100), before: whole(2, 1e9) }),
    answer: list(schemas.versionInUse),
    refuses: [404],
    handle: async ({ deps, param, query: { limit = 20, before } }) => {
      const flow = await knownFlow(deps.store, param('id'));
      const newest = Math.min(flow.latest, (before ?? Number.POSITIVE_INFINITY) - 1);
      const refs = Array.from({ length: Math.max(0, Math.min(limit, newest)) }, (_, n) => ({
        id: flow.id,
        version: newest - n,
      }));
      const versions = await deps.store.flows.versions(refs);
      return Promise.all(
        versions
          .toSorted((a, b) => b.version - a.version)
          .map(
            async (version): Promise<VersionInUse> => ({
              ...versionSummary(version, flow),
              people: await deps.store.conversations.countInside([{ id: flow.id, version: version.version }]),
            }),
          ),
      );
    },
  }),
  route({
    method: 'get',
    path: '/flows/:id/versions/:version',
    title: 'A version of a flow, with its graph',
    needs: 'workspace.read',
    answer: schemas.versionView,
    refuses: [404],
    handle: async ({ deps, param }): Promise<VersionView> => {
      const flow = await knownFlow(deps.store, param('id'));
      const version = await knownVersion(deps.store, flow.id, param('version'));
      return { ...versionSummary(version, flow), ...graphView(deps.types, version) };
    },
  }),
];

/** Throws a problem when there is no such version. Those below zero are drafts of testers, and nobody's business. */
export async function knownVersion(store: Store, id: string, number: string): Promise<FlowVersion> {
  const version = /^[1-9]\d*$/.test(number) && (await store.flows.version({ id, version: Number(number) }));
  if (!version) throw problems.noSuch('version', `${id} ${number}`);
  return version;
}
