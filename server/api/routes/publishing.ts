import { diffGraphs } from '../../../nodes/contract/flow-diff.ts';
import { isError } from '../../engine/lint/problem.ts';
import { impactOf } from '../../impact.ts';
import { lintFlow } from '../../publish.ts';
import type { FlowRecord } from '../../store/store.ts';
import type { ComparedState, Comparison, TrialView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { graphView } from '../flows/flow-views.ts';
import { type Route, route } from '../route.ts';
import * as schemas from '../schemas/flows.ts';
import { knownFlow } from './flows.ts';
import { knownVersion } from './versions.ts';

/** What an admin wants to know before publishing. */
export const publishingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/flows/:id/impact',
    title: 'Who is inside a flow, and where publishing its draft, or an older version, would take them',
    needs: 'workspace.read',
    query: schemas.impactQuery,
    answer: schemas.impact,
    refuses: [404],
    handle: async ({ deps, param, query: { version } }) =>
      impactOf(deps, await knownFlow(deps.store, param('id')), version),
  }),
  route({
    method: 'get',
    path: '/flows/:id/compare',
    title: 'Two states of a flow, each a version or the draft, and what lies between them',
    needs: 'workspace.read',
    query: schemas.compareQuery,
    answer: schemas.comparison,
    refuses: [404],
    handle: async ({ deps, param, query }): Promise<Comparison> => {
      const flow = await knownFlow(deps.store, param('id'));
      const [from, to] = await Promise.all([stateOf(deps, flow, query.from), stateOf(deps, flow, query.to)]);
      return { from, to, diff: diffGraphs(from, to) };
    },
  }),
  route({
    method: 'get',
    path: '/flows/:id/trial',
    title: 'What testers get of a flow, and on which numbers',
    needs: 'workspace.read',
    answer: schemas.trial,
    refuses: [404],
    handle: async ({ deps, param }) => trialOf(deps, await knownFlow(deps.store, param('id'))),
  }),
];

async function stateOf({ store, types }: ApiDeps, flow: FlowRecord, wanted: string): Promise<ComparedState> {
  if (wanted === 'draft') return { name: flow.name, ...graphView(types, flow.draft) };
  const version = await knownVersion(store, flow.id, wanted);
  return { version: version.version, name: version.name, ...graphView(types, version) };
}

async function trialOf(deps: ApiDeps, flow: FlowRecord): Promise<TrialView> {
  const [found, numbers] = await Promise.all([lintFlow(deps, flow), deps.store.numbers.all()]);
  return {
    ...whatTestersGet(flow, found.filter(isError).length),
    numbers: numbers.map(({ id, name, display, virtual, testers = [], flows }) => ({
      ...{ id, name, display, testers },
      ...(virtual && { virtual }),
      answers: flows === undefined || flows.includes(flow.id),
    })),
  };
}

function whatTestersGet({ live }: FlowRecord, errors: number): Pick<TrialView, 'gets' | 'because'> {
  if (errors === 0) return { gets: 'draft', because: 'The draft has no errors, so testers get it.' };
  const why = `The draft has ${errors === 1 ? 'an error' : `${errors} errors`}`;
  return live === undefined
    ? { gets: 'nothing', because: `${why}, and the flow is not live.` }
    : { gets: 'live', because: `${why}, so testers get the live version until it is mended.` };
}
