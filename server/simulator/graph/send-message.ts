import type { Core } from '../core.ts';
import { newBsuid, newId, newWamid } from '../ids.ts';
import type { BusinessNumber, ChatMessage, Json, Phone, Template } from '../model.ts';
import type { Telling } from '../webhooks/outbox.ts';
import { type Person, type Status, statusValue } from '../webhooks/values.ts';
import { digitsOf } from '../world.ts';
import { refusals } from './graph-error.ts';
import { type Outgoing, outgoing } from './messages/outgoing.ts';
import { chosenTemplate } from './messages/template.ts';
import { pricingOf } from './pricing.ts';
import { checkLimits, checkReferences } from './send-checks.ts';

/** Why an accepted message does not arrive. */
interface Failure {
  readonly code: number;
  readonly details: string;
}

/** A message on its way: what was asked, who gets it, and what is known by now. */
interface Sending {
  readonly core: Core;
  readonly number: BusinessNumber;
  readonly message: Outgoing;
  readonly template: Template | undefined;
  readonly wamid: string;
}

/**
 * `POST /{phone}/messages` with a message: checks it, keeps it, plans its statuses and gives the answer's body.
 * Graph errors 100, 131008, 131009, 131021, 131051, 132000, 132001, 130429, 131056; later 131026, 131047.
 */
export async function sendMessage(core: Core, number: BusinessNumber, body: Json): Promise<Json> {
  const message = outgoing(body);
  const to = message.to ? digitsOf(message.to) : undefined;
  if (to === digitsOf(number.displayNumber)) throw refusals.of(131021, 'A number cannot write to itself.');
  const content = message.content as Json;
  const template = message.type === 'template' ? chosenTemplate(number, content) : undefined;
  await checkReferences(core, number, message);
  const phone = await receiver(core, to, message.recipient);
  checkLimits(core, number, phone?.id ?? to ?? message.recipient ?? '');
  const sending = { core, number, message, template, wamid: newWamid() };
  if (phone) await sendTo(sending, phone);
  else await failLater(sending, stranger(to, message.recipient), NOBODY);
  return accepted(sending, to, phone);
}

const NOBODY: Failure = { code: 131026, details: 'Message Undeliverable.' };
const CLOSED: Failure = {
  code: 131047,
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

const stranger = (to?: string, bsuid?: string): Person => ({
  ...(to ? { number: to } : {}),
  ...(bsuid && !to ? { bsuid } : {}),
});

async function receiver(core: Core, to?: string, bsuid?: string): Promise<Phone | undefined> {
  const known = to ? core.world.phoneByNumber(to) : core.world.phoneByBsuid(bsuid ?? '');
  if (known || !to || core.knobs().strangers === 'undeliverable') return known;
  const phone: Phone = { id: newId(), name: `+${to}`, number: to, bsuid: newBsuid() };
  core.world.putPhone(phone);
  await core.store.savePhone(phone);
  core.live.publishToAll({ type: 'lists' });
  return phone;
}

async function sendTo(sending: Sending, phone: Phone): Promise<void> {
  const { core, number, message } = sending;
  const chat = core.world.chat(number.phoneNumberId, phone.id);
  const { windowHours, closedWindow } = core.knobs();
  const isOpen = windowHours === 0 || core.clock() - chat.lastInboundAt < windowHours * 3_600_000;
  if (!isOpen && message.type !== 'template') {
    if (closedWindow === 'at once') throw refusals.of(CLOSED.code, CLOSED.details);
    return failLater(sending, phone, CLOSED);
  }
  const kept = chatMessage(sending, chat.id);
  await Promise.all([core.store.saveMessage(kept), core.outbox.tell(statuses(sending, phone, isOpen))]);
  core.live.publish(phone.id, { type: 'message', message: kept });
  core.live.publish(phone.id, { type: 'typing', chat: chat.id, until: 0 });
}

function chatMessage({ core, message, template, wamid }: Sending, chat: string): ChatMessage {
  return {
    id: wamid,
    chat,
    from: 'business',
    order: core.nextOrder(),
    at: core.clock(),
    type: message.type,
    content: template ? { ...(message.content as Json), definition: template.components } : message.content,
    ...(message.context ? { context: message.context } : {}),
    status: 'delivered',
  };
}

function statuses(sending: Sending, phone: Phone, isOpen: boolean): readonly Telling[] {
  const { core, message, template } = sending;
  const { sentAfterMs, deliveredAfterMs, reorder } = core.knobs();
  const pricing = pricingOf(
    message.type === 'template' ? (template?.category ?? 'UTILITY') : undefined,
    isOpen,
  );
  const [first, second] = reorder ? [deliveredAfterMs, sentAfterMs] : [sentAfterMs, deliveredAfterMs];
  const sent = telling(sending, phone, { status: 'sent', pricing }, first);
  // A reaction is never told to be delivered.
  if (message.type === 'reaction') return sent;
  return [...sent, ...telling(sending, phone, { status: 'delivered', pricing }, second)];
}

async function failLater(sending: Sending, person: Person, failure: Failure): Promise<void> {
  const after = sending.core.knobs().sentAfterMs;
  await sending.core.outbox.tell(telling(sending, person, { status: 'failed', failure }, after));
}

function telling(
  { core, number, message, wamid }: Sending,
  person: Person,
  status: Pick<Status, 'status' | 'pricing' | 'failure'>,
  after: number,
): readonly Telling[] {
  const { dropStatuses, bsuid, delayMs } = core.knobs();
  if (dropStatuses.includes(status.status)) return [];
  const { callbackData } = message;
  const at = core.clock() + after + delayMs;
  const told: Status = { ...status, id: wamid, at, ...(callbackData === undefined ? {} : { callbackData }) };
  const value = statusValue(number, person, told, bsuid);
  return [{ phoneNumberId: number.phoneNumberId, value, after }];
}

function accepted({ message, wamid }: Sending, to?: string, phone?: Phone): Json {
  const waId = phone ? phone.number : to;
  return {
    messaging_product: 'whatsapp',
    contacts: [
      {
        input: message.to ?? message.recipient,
        ...(waId ? { wa_id: waId } : {}),
        ...(phone && message.recipient ? { user_id: phone.bsuid } : {}),
      },
    ],
    messages: [{ id: wamid, ...(message.type === 'template' ? { message_status: 'accepted' } : {}) }],
  };
}
