import { anything, list, map, moment, object, sentence, text, truth, whole } from '../schema.ts';

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
    sentence,
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
const author = object({ name: { type: 'string' } }, { id: { type: 'string' } });
const told = { note: { type: 'string' }, publishedBy: author } as const;
export const versionInUse = object(
  { ...version, people: { ...whole(0, 1e9), description: 'How many people are inside it now.' } },
  told,
);
export const versionView = object({ ...version, ...drawn }, { ...told, ...scenery });

const again = {
  ...whole(1, 1e9),
  description: 'This older version again, instead of the draft.',
} as const;
export const publishing = object(
  {},
  {
    note: text(500),
    version: again,
    token: { ...text(100), description: 'What the impact gave; refused when things have changed since.' },
    inside: object(
      { how: { type: 'string', enum: ['finish', 'move', 'restart'] } },
      {
        map: {
          ...map(text(64)),
          description: 'Where those go whose node is gone, by that node; the others go on along their way.',
        },
      },
    ),
  },
);

export const impactQuery = object({}, { version: again });
const goes = object(
  { is: { type: 'string', enum: ['stays', 'arrives', 'leaves'] } },
  { node: { type: 'string' } },
);
const count = whole(0, 1e9);
export const impact = object({
  token: { type: 'string' },
  people: count,
  isWhole: {
    ...truth,
    description: 'Whether the places tell of everybody; with very many people they may not.',
  },
  places: list(
    object(
      {
        ...{ version: whole(1, 1e9), node: { type: 'string' }, type: { type: 'string' } },
        ...{ people: count, away: count, withAgents: count, isFollowUp: truth },
      },
      { title: { type: 'string' }, goes },
    ),
    100_000,
  ),
});

const state = { type: 'string', pattern: '^(draft|[1-9]\\d{0,8})$' } as const;
export const compareQuery = object({ from: state, to: state });
const compared = object({ name: { type: 'string' }, ...drawn }, { version: whole(1, 1e9), ...scenery });
export const comparison = object({ from: compared, to: compared, diff: anything });

export const trial = object({
  gets: { type: 'string', enum: ['draft', 'live', 'nothing'] },
  because: { type: 'string' },
  numbers: list(
    object(
      {
        ...{ id: { type: 'string' }, name: { type: 'string' }, display: { type: 'string' } },
        ...{ testers: list({ type: 'string' }), answers: truth },
      },
      { virtual: truth },
    ),
  ),
});
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
