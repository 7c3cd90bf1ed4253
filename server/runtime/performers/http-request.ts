import type { Conversation, ConversationEvent } from '../../../nodes/contract/conversation.ts';
import type { IssuedEffect } from '../../../nodes/contract/effect.ts';
import type { Performer } from '../perform.ts';
import { type HttpAnswer, OutsideFailure, type Ports } from '../ports.ts';
import { storable } from '../storable.ts';

/** Brings an answer of the outside back to the conversation that waits for it. */
export type Answer = (conversation: Conversation, event: ConversationEvent) => void;

type HttpEffect = IssuedEffect & { readonly type: 'httpRequest' };
type CrmEffect = IssuedEffect & { readonly type: 'crmLookup' };

/** Calls a web service. The conversation goes on living meanwhile; what comes back is an event. */
export function httpRequest(ports: Ports, answer: Answer): Performer<HttpEffect> {
  return askOutside(
    ports,
    answer,
    (effect) => ports.outside.request(effect, effect.id),
    ({ status, body }, effect) => ({
      type: 'httpAnswered',
      effect: effect.id,
      status,
      body: storable(body),
    }),
  );
}

/** Asks a CRM for one record. A 404 means that it does not know it; any other refusal is a failure. */
export function crmLookup(ports: Ports, answer: Answer): Performer<CrmEffect> {
  return askOutside(
    ports,
    answer,
    (effect) => askCrm(ports.outside, effect),
    ({ status, body }, effect) => ({
      type: 'crmAnswered',
      effect: effect.id,
      record: status === 404 ? null : storable(body),
    }),
  );
}

/** Asks for the record itself. Throws `OutsideFailure`, also when the CRM refuses. */
export async function askCrm(outside: Ports['outside'], effect: CrmEffect): Promise<HttpAnswer> {
  const found = await outside.request(crmRequest(effect), effect.id);
  if (found.status < 400 || found.status === 404) return found;
  throw new OutsideFailure(`status-${found.status}`, `The CRM answered ${found.status}.`);
}

/** The paths a CRM connection serves; all give one JSON record, or 404. */
const CRM_PATHS = {
  personByPhone: (value: string) => `/people?phone=${encodeURIComponent(value)}`,
  personByEmail: (value: string) => `/people?email=${encodeURIComponent(value)}`,
  order: (value: string) => `/orders/${encodeURIComponent(value)}`,
  ticket: (value: string) => `/tickets/${encodeURIComponent(value)}`,
} as const;

const CRM_TIMEOUT_MS = 10_000;

/** The request by which a CRM is asked. */
export const crmRequest = ({ connection, find, value }: Pick<CrmEffect, 'connection' | 'find' | 'value'>) =>
  ({
    connection,
    method: 'GET',
    url: CRM_PATHS[find](value),
    headers: {},
    timeoutMs: CRM_TIMEOUT_MS,
  }) as const;

type Answered = Extract<ConversationEvent, { readonly type: 'httpAnswered' | 'crmAnswered' }>;
type Content = Answered extends infer E ? (E extends Answered ? Omit<E, 'id' | 'at'> : never) : never;

function askOutside<E extends HttpEffect | CrmEffect>(
  ports: Ports,
  answer: Answer,
  ask: (effect: E) => Promise<HttpAnswer>,
  understood: (answer: HttpAnswer, effect: E) => Content,
): Performer<E> {
  const underWay = new Map<string, number>();
  const come = (conversation: Conversation, effect: E, what: Content | Failed): void => {
    answer(conversation, { ...what, id: `${effect.id}/answer`, at: ports.clock() } as ConversationEvent);
  };
  return async (effect, { stored: { conversation } }) => {
    const begun = underWay.get(effect.id);
    if (begun !== undefined) return { is: 'underWay', until: begun };
    const until = ports.clock() + timeoutOf(effect);
    underWay.set(effect.id, until);
    ask(effect)
      .then(
        (found) => come(conversation, effect, understood(found, effect)),
        (error: unknown) => {
          // The service has not failed: the next start asks it again.
          if (!isStopping(error)) come(conversation, effect, failure(effect.id, error));
        },
      )
      .finally(() => underWay.delete(effect.id));
    return { is: 'underWay', until };
  };
}

const timeoutOf = (effect: HttpEffect | CrmEffect): number =>
  effect.type === 'httpRequest' ? effect.timeoutMs : CRM_TIMEOUT_MS;

const isStopping = (error: unknown): boolean => error instanceof OutsideFailure && error.code === 'stopping';

type Failed = Omit<Extract<ConversationEvent, { readonly type: 'effectFailed' }>, 'id' | 'at'>;

const failure = (effect: string, error: unknown): Failed => ({
  type: 'effectFailed',
  effect,
  code: error instanceof OutsideFailure ? error.code : 'failed',
  reason: error instanceof Error ? error.message : String(error),
});
