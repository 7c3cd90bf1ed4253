import { list, map, object, slug, text, truth, whole } from '../schema.ts';

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

export const teamBody = object({ name });
export const team = object({ id: slug, name });

export const connectionBody = object(
  { name, baseUrl: { type: 'string', pattern: '^https?://', maxLength: 500 } },
  {
    headers: { ...map(text(4000)), description: 'Written once and never shown. Left out: as they are.' },
    allowPrivate: { ...truth, description: 'It may reach addresses inside the network.' },
  },
);
/** Of the headers only the names are ever shown. */
export const connection = object(
  { id: slug, name, baseUrl: { type: 'string' }, headers: list({ type: 'string' }) },
  { allowPrivate: truth },
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
export const numberChange = object(
  {},
  { name, display: text(40), token: secret, appSecret: secret, ...plan },
);
/** A number without its secrets. */
export const number = object(
  {
    id: digits,
    account: digits,
    name: { type: 'string' },
    display: { type: 'string' },
    perSecond: { type: 'number' },
  },
  {
    flows,
    fallback: slug,
    readReceipts: truth,
    testers: list({ type: 'string' }),
    virtual: truth,
    rate: { type: 'number' },
  },
);

export const numberCheck = object({
  steps: list(object({ step: { type: 'string' }, ok: truth, says: { type: 'string' } })),
  paste: object({ callbackUrl: { type: 'string' }, verifyToken: { type: 'string' } }),
});
