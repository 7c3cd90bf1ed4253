import type { ConnectionKind } from '../../store/store.ts';
import { NUMBER_STATES } from '../numbers/number-state.ts';
import { anything, list, map, moment, object, slug, text, truth, whole } from '../schema.ts';

const name = text(120, 'Name');
const time = { type: 'string', pattern: '^([01]\\d|2[0-4]):[0-5]\\d$' } as const;
const interval = { type: 'array', items: time, minItems: 2, maxItems: 2 } as const;
const hours = list(interval, 24);
const timeZone = { ...text(64), description: 'IANA, such as Asia/Bangkok.' } as const;

export const calendarBody = object(
  {
    name,
    timeZone,
    weekly: object(
      {},
      { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    ),
  },
  {
    exceptions: list(
      object(
        { date: { type: 'string', pattern: '^(\\d{4}-)?\\d{2}-\\d{2}$' }, open: hours },
        { name: text(120) },
      ),
    ),
  },
);
export const calendar = object({ id: slug, ...calendarBody.properties });

export const teamBody = object({ name }, { description: text(500) });
export const team = object({ id: slug, name }, { description: text(500) });

const kind = { type: 'string', enum: ['http', 'crm', 'ai'] satisfies readonly ConnectionKind[] } as const;
const headerName = { type: 'string', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$" } as const;

export const connectionBody = object(
  { name, baseUrl: { type: 'string', pattern: '^https?://', maxLength: 500 } },
  {
    kind,
    model: text(200, 'Of an ai connection'),
    headers: { ...map(text(4000)), description: 'Written once and never shown. Left out: as they are.' },
    keep: {
      ...list(headerName, 50),
      description: 'Headers that stay as they are beside those that are given.',
    },
    allowPrivate: { ...truth, description: 'It may reach addresses inside the network.' },
  },
);
/** Of the headers only the names are ever shown. */
export const connection = object(
  {
    id: slug,
    name,
    kind,
    baseUrl: { type: 'string' },
    headers: list({ type: 'string' }),
    secretsReadable: truth,
  },
  { model: { type: 'string' }, allowPrivate: truth },
);

export const connectionTry = object(
  {
    method: { type: 'string', enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
    path: { type: 'string', maxLength: 2000 },
  },
  { body: { type: 'string', maxLength: 50_000 } },
);
export const connectionTest = object(
  { ok: truth, ms: { type: 'number' } },
  {
    status: { type: 'integer' },
    body: anything,
    isCut: truth,
    headers: list({ type: 'string' }),
    problem: object({ code: { type: 'string' }, says: { type: 'string' } }),
  },
);

export const calendarState = object(
  { at: moment, open: truth, says: { type: 'string' } },
  { changesAt: moment, exception: { type: 'string' } },
);

export const uses = list(
  object({
    kind: { type: 'string', enum: ['flow', 'number'] },
    id: { type: 'string' },
    name: { type: 'string' },
  }),
  10_000,
);

const words = list(text(60), 50);
export const settings = object({
  timeZone,
  optOut: object({ stop: words, start: words, stopped: text(1000), started: text(1000) }),
});

const flows = { ...list(slug, 500), description: 'Without it, every published flow.' } as const;
const plan = {
  flows,
  fallback: slug,
  perSecond: whole(1, 1000),
  readReceipts: truth,
  testers: {
    ...list(text(30), 50),
    description: 'Phone numbers that get the drafts; an empty list ends it.',
  },
} as const;
const secret = text(2000);
const digits = { type: 'string', pattern: '^\\d{1,32}$' } as const;

export const newNumber = object(
  {
    id: { ...digits, title: 'Phone number ID' },
    account: { ...digits, title: 'WhatsApp Business Account ID' },
    name,
    display: text(40, 'As people write it'),
    token: { ...secret, title: 'Access token' },
    appSecret: { ...secret, title: 'App secret' },
  },
  plan,
);
const clear = {
  ...list({ type: 'string', enum: ['flows', 'fallback'] }, 2),
  description: 'Goes back to every published flow, or to no fallback.',
} as const;
export const numberChange = object(
  {},
  { name, display: text(40), token: secret, appSecret: secret, ...plan, clear },
);
export const numberBulk = object({ ids: list(slug, 500), change: object({}, { ...plan, clear }) });
export const newVirtualNumber = object({ name });
/** A number without its secrets. */
export const number = object(
  {
    id: { type: 'string' },
    account: { type: 'string' },
    name: { type: 'string' },
    display: { type: 'string' },
    perSecond: { type: 'number' },
    state: { type: 'string', enum: NUMBER_STATES },
    waiting: { type: 'integer' },
    failures: { type: 'integer' },
    secretsReadable: truth,
    virtual: truth,
  },
  {
    flows,
    fallback: slug,
    readReceipts: truth,
    rate: { type: 'number' },
    quality: { type: 'string', enum: ['high', 'medium', 'low'] },
    verifiedName: { type: 'string' },
    limit: { type: 'integer', description: 'People a day that it may write to first; 0 for no limit.' },
    trouble: { type: 'string' },
    checkedAt: moment,
    lastInboundAt: moment,
    hints: list({ type: 'string' }),
    testers: list({ type: 'string' }),
  },
);
/** As if it were connected, and where to chat with it. */
export const virtualNumber = object({ number, chat: { type: 'string' } });

const pasted = { type: 'string', maxLength: 2000 } as const;
export const numberDraft = object({}, { id: pasted, account: pasted, token: pasted, appSecret: pasted });
export const numberCheck = object({
  steps: list(
    object(
      {
        step: { type: 'string' },
        is: { type: 'string', enum: ['ok', 'wrong', 'unsure'] },
        ok: truth,
        code: { type: 'string' },
        says: { type: 'string' },
      },
      { values: map({ type: 'string' }) },
    ),
  ),
  paste: object({ callbackUrl: { type: 'string' }, verifyToken: { type: 'string' } }),
});

export const numberImport = object(
  {
    text: {
      type: 'string',
      maxLength: 1_000_000,
      description: 'Rows: id, account, name, display, token, app secret.',
    },
  },
  { connect: { ...truth, description: 'Connects the good rows; without it they are only looked at.' } },
);
export const numberImported = object({
  rows: list(
    object({
      line: { type: 'integer' },
      id: { type: 'string' },
      name: { type: 'string' },
      is: { type: 'string', enum: ['fine', 'connected', 'wrong'] },
      wrong: list(object({ code: { type: 'string' }, says: { type: 'string' } })),
    }),
  ),
});
