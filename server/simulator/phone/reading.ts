import type { Conversation, Core } from '../core.ts';
import { isObject } from '../graph/messages/demand.ts';
import type { ChatMessage, Json } from '../model.ts';
import { problems } from '../problem.ts';
import { tap } from './taps.ts';
import type { Written } from './write.ts';

/** WhatsApp's own limit for what a person types. */
const MOST_LETTERS = 65_536;

type Reader = (core: Core, conversation: Conversation, body: Json) => Promise<Written>;

const readers: Readonly<Record<string, Reader>> = {
  text: async (_core, _conversation, { text }) => {
    const body = isObject(text) ? text['body'] : undefined;
    if (typeof body !== 'string' || body.trim() === '') throw problems.invalid('text.body must be a text.');
    if (body.length > MOST_LETTERS) throw problems.invalid(`text.body may have ${MOST_LETTERS} letters.`);
    return { type: 'text', content: { body } };
  },
  location: async (_core, _conversation, { location }) => {
    const place = isObject(location) ? location : {};
    const { latitude, longitude, name, address } = place;
    if (!(isDegrees(latitude, 90) && isDegrees(longitude, 180)))
      throw problems.invalid('location needs a latitude and a longitude.');
    const words = Object.entries({ name, address }).filter(([, word]) => isShort(word));
    return { type: 'location', content: { latitude, longitude, ...Object.fromEntries(words) } };
  },
  reaction: async (core, conversation, { reaction }) => {
    const { message_id, emoji } = isObject(reaction) ? reaction : {};
    const target = await messageOf(core, conversation, message_id);
    if (emoji !== undefined && !(typeof emoji === 'string' && emoji.length <= 32))
      throw problems.invalid('reaction.emoji must be an emoji.');
    // A taken-back reaction has no emoji at all.
    return { type: 'reaction', content: { message_id: target.id, ...(emoji ? { emoji } : {}) } };
  },
  tap: async (core, conversation, { tap: tapped }) => {
    const { message_id, id } = isObject(tapped) ? tapped : {};
    const target = await messageOf(core, conversation, message_id);
    if (target.from !== 'business') throw problems.notOffered();
    return tap(target, String(id));
  },
};

/** Reads what the page sends as a person: `{ type, [type]: …, context?: { message_id }, client_id? }`. */
export async function readWritten(core: Core, conversation: Conversation, body: Json): Promise<Written> {
  const type = String(body['type']);
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!reader) throw problems.invalid(`type must be one of ${Object.keys(readers).join(', ')}.`);
  const written = await reader(core, conversation, body);
  return { ...written, ...(await envelopeOf(core, conversation, body, written)) };
}

/** What stands around the content: the quoted message and the page's own id. */
export async function envelopeOf(
  core: Core,
  conversation: Conversation,
  body: Json,
  written: Pick<Written, 'context'> = {},
): Promise<Pick<Written, 'context' | 'clientId'>> {
  const { context, client_id: clientId } = body;
  if (clientId !== undefined && !(typeof clientId === 'string' && clientId.length <= 100))
    throw problems.invalid('client_id must be a text of at most 100 letters.');
  const quoted = isObject(context) ? await messageOf(core, conversation, context['message_id']) : undefined;
  const about = written.context ?? quoted?.id;
  return { ...(about ? { context: about } : {}), ...(clientId ? { clientId } : {}) };
}

async function messageOf(core: Core, { chat }: Conversation, id: unknown): Promise<ChatMessage> {
  const message = typeof id === 'string' ? await core.store.message(id) : undefined;
  if (message?.chat !== chat.id) throw problems.unknownMessage();
  return message;
}

const isShort = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= 1000;

const isDegrees = (value: unknown, limit: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;
