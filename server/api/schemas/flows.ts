import { anything, list, moment, object, text, truth, whole } from '../schema.ts';

export const trigger = object(
  { node: { type: 'string' }, type: { type: 'string' }, params: anything },
  { title: { type: 'string' } },
);
const summary = {
  id: { type: 'string' },
  name: { type: 'string' },
  order: { type: 'number' },
  changed: { ...truth, description: 'The draft means something else than the live version.' },
  revision: whole(1, 1e9),
  updatedAt: moment,
  triggers: list(trigger),
  errors: whole(0, 1e6),
  warnings: whole(0, 1e6),
  nodes: whole(0, 1e6),
} as const;
const doer = {
  ...object({ name: { type: 'string' } }, { id: { type: 'string' } }),
  description: 'Who did it.',
} as const;
const days = {
  ...list(whole(0, 1e12), 7),
  description: 'One number a day; the last is today, so far.',
} as const;
const optional = {
  updatedBy: doer,
  createdAt: moment,
  createdBy: doer,
  archived: truth,
  week: object({ starts: days, goals: days }),
  description: { type: 'string' },
  labels: list({ type: 'string' }),
  live: { ...whole(1, 1e9), description: 'The number of the live version.' },
} as const;

const drawn = { graph: anything, layout: anything, ports: anything } as const;
const scenery = { notes: anything, groups: anything, samples: anything } as const;

export const flowSummary = object(summary, optional);
export const flowProblem = object(
  {
    code: { type: 'string' },
    severity: { type: 'string', enum: ['error', 'warning'] },
    message: { type: 'string' },
  },
  { node: { type: 'string' }, field: { type: 'string' }, port: { type: 'string' }, fix: anything },
);
export const flow = object(
  { ...summary, draft: object(drawn, scenery), problems: list(flowProblem, 100_000) },
  optional,
);

const version = {
  flow: { type: 'string' },
  version: whole(1, 1e9),
  name: { type: 'string' },
  publishedAt: moment,
  live: truth,
} as const;
export const versionSummary = object(version, { note: { type: 'string' } });
export const versionView = object({ ...version, ...drawn }, { note: { type: 'string' }, ...scenery });

export const publishing = object(
  {},
  {
    note: text(500),
    version: { ...whole(1, 1e9), description: 'Publishes this older version again, instead of the draft.' },
  },
);
/** A flow file, taken as it is: what is damaged in it is told as problems of the flow. */
export const draftBody = object({ revision: whole(1, 1e9), file: anything }, { order: whole(0, 1e6) });

export const titleBody = object({ name: text(200) }, { description: text(5000), labels: list(text(60), 50) });

export const fileCheck = object(
  {
    is: { type: 'string', enum: ['whole', 'damaged', 'refused'] },
    problems: list(flowProblem, 100),
    errors: whole(0, 1e6),
    warnings: whole(0, 1e6),
  },
  {
    flow: object(
      {
        name: { type: 'string' },
        nodes: whole(0, 1e6),
        edges: whole(0, 1e6),
        triggers: list(trigger, 20_000),
      },
      { description: { type: 'string' } },
    ),
    breaksAt: object({ line: whole(1, 1e9), column: whole(1, 1e9) }),
    namesake: { type: 'string', description: 'The id of a flow of the same name.' },
  },
);

export const example = object({
  id: { type: 'string' },
  name: { type: 'string' },
  description: { type: 'string' },
  labels: list({ type: 'string' }),
  languages: list({ type: 'string' }),
  nodes: whole(0, 1e6),
  chats: whole(0, 1e6),
  triggers: list(trigger),
  leadsTo: list({ type: 'string' }),
  map: anything,
});
