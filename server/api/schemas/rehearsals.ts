import { anything, list, map, moment, object, slug, text, truth, whole } from '../schema.ts';

/** Longer than any chat that is played, so that one too long is cut with a sentence and not refused. */
export const chat = {
  type: 'string',
  maxLength: 1_000_000,
  description: 'A .chat; see flows-examples/README.md.',
} as const;
const outside = { type: 'string', enum: ['samples', 'ask'] } as const;

export const order = object(
  { flow: slug, draft: { description: 'A flow file.' }, chat },
  {
    outside: {
      ...outside,
      description: 'samples: requests are answered from what is pinned to their nodes.',
    },
  },
);

const problem = object({ message: { type: 'string' } }, { node: { type: 'string' } });
const step = object(
  {
    line: { type: 'string' },
    isOwn: truth,
    at: moment,
    wrote: list({ type: 'string' }, 100_000),
    happened: list(anything, 100_000),
    messages: list(anything, 100_000),
    sessions: list(anything, 100_000),
    contact: anything,
    changed: list({ type: 'string' }),
    owner: anything,
    queued: whole(0, 1e6),
    open: list(anything, 100_000),
  },
  { problem: { type: 'string' } },
);
const opening = object({ calendar: { type: 'string' }, name: { type: 'string' }, opens: { type: 'string' } });

export const rehearsal = object({
  chat: { type: 'string' },
  steps: list(step, 10_000),
  problems: list(problem, 100_000),
  at: moment,
  timeZone: { type: 'string' },
  openings: list(opening),
});

const method = { type: 'string', enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } as const;
const find = { type: 'string', enum: ['personByPhone', 'personByEmail', 'order', 'ticket'] } as const;
const words = { type: 'string', maxLength: 10_000 } as const;

/** One of the two. */
export const realCall = object(
  {},
  {
    http: object(
      { method, url: text(20_000), headers: map(words), timeoutMs: whole(1, 60_000) },
      { connection: slug, body: { type: 'string', maxLength: 100_000 } },
    ),
    crm: object({ connection: slug, find, value: text(500) }),
  },
);
export const realAnswer = object({ line: { type: 'string' }, sample: anything });

const kept = {
  id: { type: 'string' },
  name: { type: 'string' },
  chat: { type: 'string' },
  updatedAt: moment,
} as const;
export const test = object(kept, { by: { type: 'string' } });
const name = text(120, 'Name of the test');
const testChat = { type: 'string', minLength: 1, maxLength: 100_000 } as const;
export const newTest = object(
  { name, chat: testChat },
  { draft: { description: 'The flow file it was played on; the saved draft otherwise.' } },
);
export const testChange = object({}, { name, chat: testChat });

const diffLine = object({ mark: { type: 'string', enum: ['-', '+', ' '] }, line: { type: 'string' } });
export const outcome = object({
  test: { type: 'string' },
  holds: truth,
  chat: { type: 'string' },
  diff: list(diffLine, 1_000_000),
  problems: list({ type: 'string' }, 100_000),
});
