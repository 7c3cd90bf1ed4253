import { currentVersion } from '../../../nodes/contract/registry.ts';
import type { NodeTypeView } from '../contract.ts';
import { freshParams, freshPorts } from '../flows/fresh-params.ts';
import { type Route, route } from '../route.ts';
import { anything, list, object, truth, whole } from '../schema.ts';

const nodeType = object({
  type: { type: 'string' },
  title: { type: 'string' },
  doc: { type: 'string' },
  params: anything,
  isTrigger: truth,
  v: whole(1, 1000),
  fresh: object({ params: anything, ports: anything }),
});

/** The words of the language. */
export const nodeTypeRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/node-types',
    title: 'Every type of node, with the schema of its parameters',
    needs: 'workspace.read',
    answer: list(nodeType),
    handle: ({ deps }): readonly NodeTypeView[] =>
      [...deps.types].map(([name, type]) => ({
        type: name,
        title: type.title,
        doc: type.doc,
        params: type.params,
        isTrigger: type.trigger !== undefined,
        v: currentVersion(type),
        fresh: { params: freshParams(type), ports: freshPorts(type) },
      })),
  }),
];
