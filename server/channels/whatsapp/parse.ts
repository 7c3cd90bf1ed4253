import { isObject, type JsonObject } from '../../../nodes/contract/json.ts';
import type { Delivery, InboundDelivery, Notice, StatusUpdate } from '../channel.ts';
import { objectIn, objectsIn, textIn } from './foreign.ts';
import { parseMessage } from './parse-message.ts';
import { parseSender } from './parse-sender.ts';
import { parseStatus } from './parse-status.ts';

/** One `changes[]` item: what a webhook says about one number or account. */
interface Change {
  readonly account: string;
  readonly field: string;
  readonly value: JsonObject;
  readonly receivedAt: number;
}

interface Found {
  readonly messages: InboundDelivery[];
  readonly statuses: StatusUpdate[];
  readonly notices: Notice[];
}

/**
 * What a webhook's JSON says. Never throws: anything may be missing or of the wrong type. `receivedAt` (epoch ms) is the
 * time of items that have none. What belongs to no conversation (account news, group chats, errors without a message,
 * messages without a sender) becomes a notice, as it came.
 */
export function parse(payload: unknown, receivedAt: number): Delivery {
  const found: Found = { messages: [], statuses: [], notices: [] };
  if (!isObject(payload)) return found;
  for (const entry of objectsIn(payload, 'entry')) {
    const account = textIn(entry, 'id') ?? '';
    for (const change of objectsIn(entry, 'changes')) {
      const field = textIn(change, 'field');
      if (field !== undefined) takeField(found, { account, field, receivedAt }, change['value'] ?? null);
    }
  }
  return found;
}

function takeField(found: Found, change: Omit<Change, 'value'>, value: unknown): void {
  const { account, field } = change;
  if (field === 'messages' && isObject(value)) takeMessages(found, { ...change, value });
  else found.notices.push({ account, field, value });
}

function takeMessages(found: Found, change: Change): void {
  const { account, field, value } = change;
  const number = textIn(objectIn(value, 'metadata') ?? {}, 'phone_number_id');
  if (number === undefined) {
    found.notices.push({ account, field, value });
    return;
  }
  for (const message of objectsIn(value, 'messages')) takeMessage(found, change, number, message);
  for (const item of objectsIn(value, 'statuses')) {
    const status = parseStatus(item, number, change.receivedAt);
    if (status) found.statuses.push(status);
  }
  const { errors } = value;
  if (errors !== undefined)
    found.notices.push({ account, field: 'errors', value: withNumber(value, { errors }) });
}

function takeMessage(found: Found, change: Change, number: string, item: JsonObject): void {
  const { account, field, value, receivedAt } = change;
  const inbound = parseMessage(item, receivedAt);
  if (!inbound) return;
  const sender = parseSender(item, objectsIn(value, 'contacts'));
  // A group is another conversation than the chat with one of its members, who must not be answered in private for it.
  if (sender && textIn(item, 'group_id') === undefined) found.messages.push({ number, sender, ...inbound });
  else found.notices.push({ account, field, value: withNumber(value, { messages: [item] }) });
}

/** A part of a `messages` change that belongs to no conversation, with the number it came to. */
const withNumber = ({ metadata = null }: JsonObject, part: JsonObject): JsonObject => ({ metadata, ...part });
