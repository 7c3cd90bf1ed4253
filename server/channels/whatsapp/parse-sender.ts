import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { Sender } from '../channel.ts';
import { objectIn, present, textIn } from './foreign.ts';

/**
 * Who sent a message: the business-scoped user id where there is one, else the phone. Users with a username have no phone
 * (`from`, `wa_id`), and payloads before April 2026 have no user id. Nothing when there is neither.
 */
export function parseSender(message: JsonObject, contacts: readonly JsonObject[]): Sender | undefined {
  const contact = contactOf(message, contacts);
  // After a change of user id the contact is still known by the previous one.
  const previous = textIn(objectIn(message, 'system') ?? {}, 'previous_user_id');
  const userId = previous ?? textIn(message, 'from_user_id') ?? textIn(contact, 'user_id');
  const phone = digitsOf(textIn(message, 'from')) ?? digitsOf(textIn(contact, 'wa_id'));
  const address = userId ?? phone;
  if (address === undefined) return undefined;
  const name = textIn(objectIn(contact, 'profile') ?? {}, 'name');
  return present<Sender>({ address, phone, userId, name });
}

/** The contact a message is from: by id, or the only one there is, for a wa_id may be written in two ways (BR, MX, AR). */
function contactOf(message: JsonObject, contacts: readonly JsonObject[]): JsonObject {
  const userId = textIn(message, 'from_user_id');
  const phone = digitsOf(textIn(message, 'from'));
  const isSender = (contact: JsonObject): boolean =>
    userId === undefined
      ? phone !== undefined && digitsOf(textIn(contact, 'wa_id')) === phone
      : textIn(contact, 'user_id') === userId;
  const found = contacts.find(isSender);
  if (found) return found;
  const [only] = contacts;
  // With news of a changed number or id, the contact is what the sender has become, and not who we know.
  const isSure = contacts.length === 1 && message['type'] !== 'system';
  return only && isSure && !contradicts(only, userId) ? only : {};
}

function contradicts(contact: JsonObject, userId: string | undefined): boolean {
  const other = textIn(contact, 'user_id');
  return userId !== undefined && other !== undefined && other !== userId;
}

function digitsOf(phone: string | undefined): string | undefined {
  const digits = phone?.replace(/\D/g, '');
  return digits === '' ? undefined : digits;
}
