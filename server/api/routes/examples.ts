import { adoptExample, leadsTo } from '../../adopt-example.ts';
import type { FlowFile } from '../../engine/flow-file/flow-file.ts';
import { languagesOf } from '../../engine/flow-file/languages-of.ts';
import type { Example } from '../../examples.ts';
import { problems } from '../../problems.ts';
import { changed } from '../changed.ts';
import type { ExampleView, FlowMap } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { flowView, triggersIn } from '../flows/flow-views.ts';
import { type Route, route } from '../route.ts';
import { list } from '../schema.ts';
import * as schemas from '../schemas/flows.ts';

/** Flows to begin with. */
export const exampleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/examples',
    title: 'The flows that come with Sluice',
    needs: 'workspace.read',
    answer: list(schemas.example),
    handle: async ({ deps }) => (await deps.examples.all()).map((example) => viewOf(deps, example)),
  }),
  route({
    method: 'post',
    path: '/examples/:id',
    title: 'Makes a draft of an example, with all that it needs: calendars, teams, flows it leads to, tests',
    needs: 'flows.edit',
    answer: schemas.flow,
    status: 201,
    refuses: [404],
    handle: async ({ deps, param, by }) => {
      const example = (await deps.examples.all()).find(({ id }) => id === param('id'));
      if (!example) throw problems.noSuch('example', param('id'));
      const flow = await adoptExample({ shelf: deps, examples: deps.examples, who: by }, example);
      await changed(deps);
      return flowView(deps, flow);
    },
  }),
];

const viewOf = ({ types }: ApiDeps, example: Example): ExampleView => {
  const { id, file, chats } = example;
  return {
    id,
    name: file.name,
    description: file.description ?? '',
    labels: file.labels ?? [],
    languages: languagesOf(file),
    nodes: file.nodes.length,
    chats: chats.length,
    triggers: triggersIn(types, file),
    leadsTo: leadsTo({ types }, example),
    map: mapOf(file),
  };
};

function mapOf({ nodes, edges, layout }: FlowFile): FlowMap {
  const places = new Map(nodes.map(({ id }, n) => [id, n]));
  return {
    nodes: nodes.map(({ id, type }) => ({ type, x: layout[id]?.x ?? 0, y: layout[id]?.y ?? 0 })),
    edges: edges.flatMap(({ from, to }): FlowMap['edges'] => {
      const [start, end] = [places.get(from), places.get(to)];
      return start === undefined || end === undefined ? [] : [[start, end]];
    }),
  };
}
