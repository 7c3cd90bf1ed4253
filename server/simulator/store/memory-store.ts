import type { BusinessNumber, Chat, ChatMessage, MediaInfo, PendingWebhook, Phone } from '../model.ts';
import { below, type SimulatorStore } from './store.ts';

/** How many messages are kept before the oldest are forgotten, so that a long benchmark does not eat the memory. */
const KEPT_MESSAGES = 100_000;

interface Shelves {
  readonly numbers: Map<string, BusinessNumber>;
  readonly phones: Map<string, Phone>;
  readonly chats: Map<string, Chat>;
  readonly messages: Map<string, ChatMessage>;
  /** Message ids by chat, in order. */
  readonly byChat: Map<string, string[]>;
  readonly webhooks: Map<string, PendingWebhook>;
  readonly media: Map<string, { readonly info: MediaInfo; readonly bytes: Buffer }>;
}

type MessageShelf = Pick<
  SimulatorStore,
  'saveMessage' | 'message' | 'history' | 'advance' | 'markRead' | 'prune'
>;

/** A store that lives as long as the process: for tests and benchmarks. */
export function memoryStore(): SimulatorStore {
  const shelves: Shelves = {
    numbers: new Map(),
    phones: new Map(),
    chats: new Map(),
    messages: new Map(),
    byChat: new Map(),
    webhooks: new Map(),
    media: new Map(),
  };
  return { ...world(shelves), ...messages(shelves), ...media(shelves) };
}

function world(
  shelves: Shelves,
): Pick<
  SimulatorStore,
  'load' | 'saveNumber' | 'removeNumber' | 'savePhone' | 'saveChat' | 'saveWebhooks' | 'removeWebhooks'
> {
  return {
    load: async () => ({
      numbers: [...shelves.numbers.values()],
      phones: [...shelves.phones.values()],
      chats: [...shelves.chats.values()],
      webhooks: [...shelves.webhooks.values()],
    }),
    saveNumber: async (number) => void shelves.numbers.set(number.phoneNumberId, number),
    removeNumber: async (id) => void shelves.numbers.delete(id),
    savePhone: async (phone) => void shelves.phones.set(phone.id, phone),
    saveChat: async (chat) => void shelves.chats.set(chat.id, chat),
    saveWebhooks: async (list) => {
      for (const webhook of list) shelves.webhooks.set(webhook.id, webhook);
    },
    removeWebhooks: async (ids) => {
      for (const id of ids) shelves.webhooks.delete(id);
    },
  };
}

function messages(shelves: Shelves): MessageShelf {
  const read = (ids: readonly string[]) => {
    const found = ids.map((id) => shelves.messages.get(id));
    return found.filter((message) => message !== undefined);
  };
  const move = (message: ChatMessage | undefined, status: ChatMessage['status']) => {
    if (!(message && below[status].includes(message.status))) return false;
    shelves.messages.set(message.id, { ...message, status });
    return true;
  };
  return {
    saveMessage: async (message) => {
      if (!shelves.messages.has(message.id)) add(shelves, message);
      shelves.messages.set(message.id, message);
    },
    message: async (id) => shelves.messages.get(id),
    history: async (chat, before, limit) => {
      const older = read(shelves.byChat.get(chat) ?? []).filter((message) => message.order < before);
      return older.slice(-limit);
    },
    advance: async (id, status) => move(shelves.messages.get(id), status),
    markRead: async ({ chat, from, upTo }) => {
      const reached = read(shelves.byChat.get(chat) ?? []).filter(
        (message) => message.from === from && message.order <= upTo,
      );
      return reached.filter((message) => move(message, 'read')).map((message) => message.id);
    },
    prune: async (before) => {
      for (const message of shelves.messages.values()) if (message.at < before) forget(shelves, message);
      for (const { info } of shelves.media.values())
        if (info.createdAt < before) shelves.media.delete(info.id);
    },
  };
}

function add(shelves: Shelves, message: ChatMessage): void {
  const ids = shelves.byChat.get(message.chat);
  if (ids) ids.push(message.id);
  else shelves.byChat.set(message.chat, [message.id]);
  if (shelves.messages.size < KEPT_MESSAGES) return;
  const oldest = shelves.messages.values().next();
  if (!oldest.done) forget(shelves, oldest.value);
}

function forget(shelves: Shelves, message: ChatMessage): void {
  shelves.messages.delete(message.id);
  const ids = shelves.byChat.get(message.chat) ?? [];
  ids.splice(ids.indexOf(message.id), 1);
  if (ids.length === 0) shelves.byChat.delete(message.chat);
}

function media(shelves: Shelves): Pick<SimulatorStore, 'saveMedia' | 'media' | 'mediaBytes' | 'removeMedia'> {
  return {
    saveMedia: async (info, bytes) => void shelves.media.set(info.id, { info, bytes }),
    media: async (id) => shelves.media.get(id)?.info,
    mediaBytes: async (id) => shelves.media.get(id)?.bytes,
    removeMedia: async (id) => void shelves.media.delete(id),
  };
}
