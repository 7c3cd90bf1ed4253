import type { Graph } from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import { say } from '../../../nodes/contract/sentence.ts';
import { type Problem, problem } from '../lint/problem.ts';
import type { FlowTitle } from './flow-file.ts';

const MAX_NAME = 200;
const MAX_DESCRIPTION = 5_000;
const MAX_LABELS = 50;

interface Reading<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const wrongText = (field: string): Problem =>
  problem('file-shape', say('In the file, "{field}" must be a text.', { field }), { field });

/** What a flow is called. Without a usable name it gets one: a flow nobody can click on is lost. */
export function readTitle({ name, description, labels }: JsonObject): Reading<FlowTitle> {
  const named = typeof name === 'string' && name.trim() !== '';
  const tags = Array.isArray(labels) ? labels.filter((label: Json) => typeof label === 'string') : [];
  const wrong = [
    ...(named ? [] : [problem('file-shape', say('The flow in the file has no name.'), { field: 'name' })]),
    ...(description === undefined || typeof description === 'string' ? [] : [wrongText('description')]),
    ...(labels === undefined || (Array.isArray(labels) && tags.length === labels.length)
      ? []
      : [
          problem('file-shape', say('In the file, "{field}" must be a list of texts.', { field: 'labels' }), {
            field: 'labels',
          }),
        ]),
  ];
  return {
    value: {
      name: named ? name.slice(0, MAX_NAME) : 'Untitled flow',
      ...(typeof description === 'string' && { description: description.slice(0, MAX_DESCRIPTION) }),
      ...(Array.isArray(labels) && { labels: tags.slice(0, MAX_LABELS) }),
    },
    problems: wrong,
  };
}

/** Where a conversation goes when the flow fails. */
export function readOnFailure(value: Json | undefined): Reading<Graph['onFailure']> {
  if (value === undefined) return { value: undefined, problems: [] };
  if (!isObject(value))
    return {
      value: undefined,
      problems: [
        problem('file-shape', say('In the file, "{field}" must be an object.', { field: 'onFailure' }), {
          field: 'onFailure',
        }),
      ],
    };
  const { flow, team } = value;
  return {
    value: {
      ...(typeof flow === 'string' && { flow }),
      ...(typeof team === 'string' && { team }),
    },
    problems: Object.entries({ flow, team }).flatMap(([key, named]) =>
      named === undefined || typeof named === 'string' ? [] : [wrongText(`onFailure.${key}`)],
    ),
  };
}
