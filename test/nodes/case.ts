import { readFile } from 'node:fs/promises';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Contact } from '../../nodes/contract/contact.ts';
import type { Event } from '../../nodes/contract/event.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import { type InboundContent, type InboundMessage, wordsOf } from '../../nodes/contract/message.ts';
import type { AnyNodeType, Outcome, Remark, Visit } from '../../nodes/contract/node-type.ts';
import type { Incoming, TriggerMatch } from '../../nodes/contract/trigger.ts';

/** One sentence of a node's proof; what it holds besides says which kind of proof it is. */
export interface Case {
  readonly case: string;
  readonly params: JsonObject;
  /** The params as the node sees them, where holes were filled. */
  readonly filled?: JsonObject;
  readonly visit?: CaseVisit;
  /** With an event the node is resumed, without it is entered. */
  readonly event?: JsonObject;
  readonly outcome?: Outcome;
  /** What a trigger makes of an incoming message. */
  readonly incoming?: JsonObject;
  readonly match?: TriggerMatch | null;
  /** What `check` says about params that pass the schema. */
  readonly remarks?: readonly (Omit<Remark, 'sentence'> & { readonly message: string })[];
  /** The schema refuses these params. */
  readonly refused?: true;
  readonly upgrade?: { readonly from: number; readonly params: JsonObject; readonly becomes: JsonObject };
}

/** Moments are written in ISO. */
interface CaseVisit {
  readonly vars?: JsonObject;
  readonly contact?: Partial<Contact>;
  readonly at?: string;
  readonly since?: string;
  readonly lastInboundAt?: string;
  readonly memo?: Json;
  readonly message?: InboundContent;
  readonly calendars?: readonly Calendar[];
  readonly timeZone?: string;
}

export const readCases = async (type: string): Promise<readonly Case[]> =>
  JSON.parse(await readFile(`nodes/${type}/cases.json`, 'utf8'));

/** A Monday at noon in Bangkok. */
const NOON = '2026-03-09T12:00:00+07:00';

const ANA: Contact = {
  id: 'contact-1',
  address: '66812345678',
  phone: '66812345678',
  name: 'Ana',
  tags: [],
  fields: {},
};

export function visitOf({ params, filled, visit = {} }: Case, message?: InboundMessage): Visit<unknown> {
  const { vars = {}, memo, calendars = [], timeZone = 'Asia/Bangkok' } = visit;
  const contact = { ...ANA, ...visit.contact };
  const at = Date.parse(visit.at ?? NOON);
  const said = message ?? (visit.message ? { id: 'm0', ...visit.message } : undefined);
  return {
    params: filled ?? params,
    vars,
    contact,
    ...(said && { message: said }),
    at,
    chance: 0.5,
    ...(visit.since && { since: Date.parse(visit.since) }),
    ...(visit.lastInboundAt && { lastInboundAt: Date.parse(visit.lastInboundAt) }),
    ...(memo !== undefined && { memo }),
    scope: scopeOf(vars, contact, said, at, timeZone),
    calendar: (id) => calendars.find((calendar) => calendar.id === id),
  };
}

/** What conditions read, as the engine lays it out. */
function scopeOf(
  vars: JsonObject,
  { name = '', phone = '', language = '', tags, fields }: Contact,
  message: InboundMessage | undefined,
  at: number,
  timeZone: string,
): JsonObject {
  return {
    ...vars,
    contact: { ...fields, name, phone, language, tags, fields },
    message: message ? { text: wordsOf(message), kind: message.kind } : { text: '', kind: '' },
    now: new Date(at).toISOString(),
    timeZone,
  };
}

/** Completes what a case leaves out because it does not matter to it. */
export const incomingOf = ({ incoming, ...sample }: Case): Incoming =>
  ({
    contact: visitOf(sample).contact,
    number: 'n1',
    first: false,
    ...incoming,
    message: { id: 'm1', ...(incoming?.['message'] as JsonObject) },
  }) as Incoming;

/** Completes what a case leaves out because it does not matter to it. */
export function eventOf(event: JsonObject): Event {
  const { message } = event;
  const said = message ? { message: { id: 'm1', ...(message as JsonObject) } } : {};
  return { id: 'e1', at: Date.parse(NOON), effect: 'e0/0', ...event, ...said } as Event;
}

export function run(type: AnyNodeType, sample: Case): Outcome {
  if (!sample.event) return type.enter(visitOf(sample));
  const event = eventOf(sample.event);
  if (!type.resume) throw new Error('it never waits, so nothing resumes it');
  return type.resume(visitOf(sample, event.type === 'messageReceived' ? event.message : undefined), event);
}

/** An outcome with the moments of its timers in milliseconds, as the engine has them. */
export function inMilliseconds<T>(outcome: T): T {
  const text = JSON.stringify(outcome, (key, value) =>
    key === 'at' && typeof value === 'string' ? Date.parse(value) : value,
  );
  return JSON.parse(text);
}
