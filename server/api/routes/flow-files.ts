import { draftOf } from '../../engine/flow-file/flow-file.ts';
import { findJsonMistake } from '../../engine/flow-file/json-mistake.ts';
import { readFlowFile } from '../../engine/flow-file/read-flow-file.ts';
import { type Problem as FlowProblem, isError } from '../../engine/lint/problem.ts';
import { lintFlow } from '../../publish.ts';
import type { FileCheck } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { triggersIn } from '../flows/flow-views.ts';
import { type Route, route } from '../route.ts';
import * as schemas from '../schemas/flows.ts';

const MOST_TOLD = 100;

/** Looking at a file before it is imported. */
export const flowFileRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/flows/check-file',
    title: 'What a file is that somebody would like to import, and what is wrong with it; nothing is kept',
    needs: 'flows.edit',
    body: 'text',
    answer: schemas.fileCheck,
    handle: ({ deps, body }) => checkFile(deps, body),
  }),
];

async function checkFile(deps: ApiDeps, text: string): Promise<FileCheck> {
  const whole = readFlowFile(text, deps.types);
  const { file, problems: found } = whole.file ? whole : readFlowFile(text, deps.types, { mend: true });
  if (!file) return { is: 'refused', ...told(found), ...breakIn(text, found) };
  const draft = draftOf(file);
  const flows = await deps.store.flows.list();
  const order = Math.max(-1, ...flows.map((flow) => flow.order)) + 1;
  const inside = await lintFlow(deps, { id: '', name: file.name, order, draft });
  const namesake = flows.find(({ name }) => name === file.name)?.id;
  return {
    is: whole.file ? 'whole' : 'damaged',
    flow: {
      name: file.name,
      ...(file.description !== undefined && { description: file.description }),
      nodes: file.nodes.length,
      edges: file.edges.length,
      triggers: triggersIn(deps.types, draft.graph),
    },
    ...told(unique([...found, ...inside])),
    ...breakIn(text, found),
    ...(namesake !== undefined && { namesake }),
  };
}

/** What makes it unusable first. */
const told = (all: readonly FlowProblem[]): Pick<FileCheck, 'problems' | 'errors' | 'warnings'> => {
  const errors = all.filter(isError);
  const rest = all.filter((problem) => !isError(problem));
  return {
    problems: [...errors, ...rest].slice(0, MOST_TOLD),
    errors: errors.length,
    warnings: rest.length,
  };
};

/** What reading finds, the linter finds again. */
const unique = (all: readonly FlowProblem[]): readonly FlowProblem[] => [
  ...new Map(all.map((problem) => [`${problem.node} ${problem.field} ${problem.message}`, problem])).values(),
];

function breakIn(text: string, found: readonly FlowProblem[]): Pick<FileCheck, 'breaksAt'> {
  const mistake = found.some(({ code }) => code === 'file-not-json') ? findJsonMistake(text) : undefined;
  return mistake ? { breaksAt: { line: mistake.line, column: mistake.column } } : {};
}
