import { draftOf } from '../../engine/flow-file/flow-file.ts';
import { readFlowFile } from '../../engine/flow-file/read-flow-file.ts';
import { variablesAt } from '../../engine/lint/variables-at.ts';
import { problems } from '../../problems.ts';
import { lintContexts } from '../../publish.ts';
import { type Route, route } from '../route.ts';
import { anything, list, object, text } from '../schema.ts';
import { knownFlow } from './flows.ts';

const nodeName = object({ node: { type: 'string' }, title: { type: 'string' } });
const known = object({
  name: { type: 'string' },
  from: { type: 'string', enum: ['flow', 'input', 'given'] },
  setBy: list(nodeName),
  parts: list(object({ path: { type: 'string' } }, { example: anything })),
});

/** Which variables a node can read. */
export const variableRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/flows/:id/variables',
    title: 'The variables that can exist at a node, and who reads those that it sets',
    needs: 'workspace.read',
    body: object(
      { node: text(200) },
      { file: { ...anything, description: 'A flow file; without it, the draft as it is saved.' } },
    ),
    answer: object({
      known: list(known),
      sets: list(object({ name: { type: 'string' }, readBy: list(nodeName) })),
    }),
    refuses: [404],
    handle: async ({ deps, param, body: { node, file: source } }) => {
      const flow = await knownFlow(deps.store, param('id'));
      const contextOf = await lintContexts(deps);
      return variablesAt(source === undefined ? flow.draft : draftIn(deps, source), node, contextOf(flow));
    },
  }),
];

function draftIn({ types }: Parameters<typeof lintContexts>[0], source: Parameters<typeof readFlowFile>[0]) {
  const { file, problems: found } = readFlowFile(source, types);
  if (!file) throw problems.damagedFlow(found);
  return draftOf(file);
}
