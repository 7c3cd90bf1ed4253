import { titleOf } from '../graph/error-catalog.ts';
import type { BusinessNumber, Json, Phone } from '../model.ts';
import { digitsOf } from '../world.ts';

/** Who a message or status is about; a stranger has no more than the number or id it was sent to. */
export type Person = Pick<Phone, 'number'> & Partial<Pick<Phone, 'name' | 'username' | 'bsuid'>>;

/** One inbound message, in Meta's words. */
export interface Inbound {
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly content: unknown;
  readonly context?: string;
}

/** One status, in Meta's words. */
export interface Status {
  readonly id: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: number;
  readonly callbackData?: string;
  readonly pricing?: Json;
  readonly failure?: { readonly code: number; readonly details: string };
}

/** The `value` of a webhook about a message that `person` wrote. */
export function inboundValue(number: BusinessNumber, person: Person, inbound: Inbound, bsuid: boolean): Json {
  return {
    ...head(number),
    contacts: [contact(person, bsuid)],
    messages: [
      {
        ...(person.number ? { from: person.number } : {}),
        ...withBsuid('from_user_id', person, bsuid),
        id: inbound.id,
        timestamp: seconds(inbound.at),
        type: inbound.type,
        [inbound.type]: inbound.content,
        ...(inbound.context
          ? { context: { from: digitsOf(number.displayNumber), id: inbound.context } }
          : {}),
      },
    ],
  };
}

/** The `value` of a webhook about a message that the business sent. */
export function statusValue(number: BusinessNumber, person: Person, status: Status, bsuid: boolean): Json {
  const { failure } = status;
  return {
    ...head(number),
    // Since BSUIDs exist, statuses name the contact; failed ones do not.
    ...(bsuid && !failure ? { contacts: [contact(person, bsuid)] } : {}),
    statuses: [
      {
        id: status.id,
        status: status.status,
        timestamp: seconds(status.at),
        ...(person.number ? { recipient_id: person.number } : {}),
        ...withBsuid('recipient_user_id', person, bsuid),
        ...(status.callbackData === undefined ? {} : { biz_opaque_callback_data: status.callbackData }),
        ...(status.pricing ? { pricing: status.pricing } : {}),
        ...(failure ? { errors: [errorOf(failure)] } : {}),
      },
    ],
  };
}

const HREF = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

function errorOf({ code, details }: { readonly code: number; readonly details: string }): Json {
  const title = titleOf(code);
  return { code, title, message: title, error_data: { details }, href: HREF };
}

function head(number: BusinessNumber): Json {
  return {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: digitsOf(number.displayNumber),
      phone_number_id: number.phoneNumberId,
    },
  };
}

function contact(person: Person, bsuid: boolean): Json {
  const profile = {
    ...(person.name ? { name: person.name } : {}),
    ...(bsuid && person.username ? { username: `@${person.username}` } : {}),
  };
  return {
    ...(Object.keys(profile).length > 0 ? { profile } : {}),
    ...(person.number ? { wa_id: person.number } : {}),
    ...withBsuid('user_id', person, bsuid),
  };
}

/** A username-only person has nothing but the id, whatever the knob says. */
function withBsuid(key: string, person: Person, bsuid: boolean): Json {
  return person.bsuid && (bsuid || !person.number) ? { [key]: person.bsuid } : {};
}

const seconds = (ms: number): string => String(Math.floor(ms / 1000));
