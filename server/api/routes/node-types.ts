import type { NodeTypeView } from '../contract.ts';
import { type Route, route } from '../route.ts';
import { anything, list, object, truth } from '../schema.ts';

const nodeType = object({
  type: { type: 'string' },
  title: { type: 'string' },
  doc: { type: 'string' },
  params: anything,
  isTrigger: truth,
});

/** The words of the language. */
export const nodeTypeRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/node-types',
    title: 'Every type of node, with the schema of its parameters',
    answer: list(nodeType),
    handle: ({ deps }): readonly NodeTypeView[] =>
      [...deps.types].map(([type, { title, doc, params, trigger }]) => ({
        type,
        title,
        doc,
        params,
        isTrigger: trigger !== undefined,
      })),
  }),
];
