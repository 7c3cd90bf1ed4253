import type {
  BusinessNumber,
  Chat,
  ChatMessage,
  MediaInfo,
  PendingWebhook,
  Phone,
  Progress,
} from '../model.ts';

/** Everything small that the simulator keeps in memory while it runs. */
export interface StoredWorld {
  readonly numbers: readonly BusinessNumber[];
  readonly phones: readonly Phone[];
  readonly chats: readonly Chat[];
  readonly webhooks: readonly PendingWebhook[];
}

/** Which messages of a chat to move forward: those of one side, up to an `order`. */
export interface Reach {
  readonly chat: string;
  readonly from: 'phone' | 'business';
  readonly upTo: number;
}

/**
 * What the simulator remembers over a restart. A promise that is kept means: it is on disk (or as safe as the
 * store can make it). Writes of the same id replace each other.
 */
export interface SimulatorStore {
  load(): Promise<StoredWorld>;
  saveNumber(number: BusinessNumber): Promise<void>;
  removeNumber(id: string): Promise<void>;
  savePhone(phone: Phone): Promise<void>;
  saveChat(chat: Chat): Promise<void>;
  saveMessage(message: ChatMessage): Promise<void>;
  message(id: string): Promise<ChatMessage | undefined>;
  /** The newest `limit` messages before `before`, oldest first. */
  history(chat: string, before: number, limit: number): Promise<readonly ChatMessage[]>;
  /** Moves one message forward; false when it already was at or past `status`. */
  advance(id: string, status: Progress): Promise<boolean>;
  /** Marks what one side sent as read and says which messages that changed. */
  markRead(reach: Reach): Promise<readonly string[]>;
  saveWebhooks(webhooks: readonly PendingWebhook[]): Promise<void>;
  removeWebhooks(ids: readonly string[]): Promise<void>;
  saveMedia(info: MediaInfo, bytes: Buffer): Promise<void>;
  media(id: string): Promise<MediaInfo | undefined>;
  mediaBytes(id: string): Promise<Buffer | undefined>;
  removeMedia(id: string): Promise<void>;
  /** Forgets messages and media older than `before` (ms). */
  prune(before: number): Promise<void>;
}

/** Which statuses a message may have so that moving it to the key is a step forward. */
export const below: Readonly<Record<Progress, readonly Progress[]>> = {
  sent: [],
  delivered: ['sent'],
  read: ['sent', 'delivered'],
  failed: ['sent', 'delivered'],
};
