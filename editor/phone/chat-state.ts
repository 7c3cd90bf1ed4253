import type { Draft, LiveEvent, Message, Progress } from './wire.ts';

/** Something a person did that the server has not yet confirmed. */
export interface Pending {
  readonly clientId: string;
  readonly draft: Draft;
  readonly context?: string;
  readonly at: number;
  readonly failed: boolean;
}

/** One chat as the screen shows it. */
export interface ChatState {
  /** `{number}:{person}`; events of other chats are not for this screen. */
  readonly id: string;
  /** In order. */
  readonly messages: readonly Message[];
  readonly pending: readonly Pending[];
  /** Milliseconds since 1970; 0 when the business does not type. */
  readonly typingUntil: number;
  readonly loaded: boolean;
  readonly hasEarlier: boolean;
}

/** What can happen to a chat. */
export type ChatChange =
  | { readonly type: 'loaded'; readonly messages: readonly Message[]; readonly full: boolean }
  | { readonly type: 'earlier'; readonly messages: readonly Message[]; readonly full: boolean }
  | { readonly type: 'written'; readonly pending: Pending }
  | { readonly type: 'notSent'; readonly clientId: string }
  | { readonly type: 'discarded'; readonly clientId: string }
  | LiveEvent;

/** A chat nobody has looked at yet. */
export const closedChat = (id: string): ChatState => ({
  id,
  messages: [],
  pending: [],
  typingUntil: 0,
  loaded: false,
  hasEarlier: false,
});

/** The chat after a change; pure, so that a screen is a function of what happened. */
export function applyToChat(chat: ChatState, change: ChatChange): ChatState {
  switch (change.type) {
    case 'loaded': {
      const first = change.messages[0]?.order ?? 0;
      const older = change.full ? chat.messages.filter((message) => message.order < first) : [];
      const isFirst = older.length === 0;
      const merged = merge({ ...chat, messages: older }, change.messages);
      return { ...merged, loaded: true, hasEarlier: isFirst ? change.full : chat.hasEarlier };
    }
    case 'earlier':
      return { ...merge(chat, change.messages), hasEarlier: change.full };
    case 'written':
      return { ...chat, pending: [...without(chat.pending, change.pending.clientId), change.pending] };
    case 'notSent':
      return {
        ...chat,
        pending: chat.pending.map((each) =>
          each.clientId === change.clientId ? { ...each, failed: true } : each,
        ),
      };
    case 'discarded':
      return { ...chat, pending: without(chat.pending, change.clientId) };
    case 'message':
      return change.message.chat === chat.id ? merge(chat, [change.message]) : chat;
    case 'typing':
      return change.chat === chat.id ? { ...chat, typingUntil: change.until } : chat;
    case 'status':
      return change.chat === chat.id
        ? { ...chat, messages: chat.messages.map((message) => moved(message, change)) }
        : chat;
    case 'lists':
      return chat;
  }
}

/** The emoji on each message, by message id: the last of each side. */
export function reactionsIn(messages: readonly Message[]): ReadonlyMap<string, readonly string[]> {
  const last = new Map<string, { readonly target: string; readonly emoji: string }>();
  for (const { type, content, from } of messages) {
    if (type !== 'reaction') continue;
    const { message_id: target, emoji = '' } = content as {
      readonly message_id: string;
      readonly emoji?: string;
    };
    last.set(`${from} ${target}`, { target, emoji });
  }
  const shown = [...last.values()].filter(({ emoji }) => emoji !== '');
  const groups = Map.groupBy(shown, ({ target }) => target);
  return new Map([...groups].map(([target, list]) => [target, list.map(({ emoji }) => emoji)]));
}

const RANK: Readonly<Record<Progress, number>> = { sent: 0, delivered: 1, read: 2, failed: 3 };

function merge(chat: ChatState, arrived: readonly Message[]): ChatState {
  const byId = new Map(chat.messages.map((message) => [message.id, message]));
  for (const message of arrived) {
    const known = byId.get(message.id);
    byId.set(message.id, known && RANK[known.status] > RANK[message.status] ? known : message);
  }
  const confirmed = new Set(arrived.map((message) => message.clientId));
  return {
    ...chat,
    messages: [...byId.values()].toSorted((a, b) => a.order - b.order),
    pending: chat.pending.filter((each) => !confirmed.has(each.clientId)),
  };
}

function moved(message: Message, change: Extract<LiveEvent, { type: 'status' }>): Message {
  const isMeant = message.id === change.id || message.order <= (change.upTo ?? -1);
  if (message.from !== change.from || !isMeant || RANK[change.status] <= RANK[message.status]) return message;
  return { ...message, status: change.status };
}

const without = (pending: readonly Pending[], clientId: string): readonly Pending[] =>
  pending.filter((each) => each.clientId !== clientId);
