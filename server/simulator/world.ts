import { type BusinessNumber, type Chat, chatId, type Phone } from './model.ts';
import type { StoredWorld } from './store/store.ts';

/** Numbers, people and who last wrote to whom: small, and needed for every message, so it is kept at hand. */
export interface World {
  readonly numbers: ReadonlyMap<string, BusinessNumber>;
  readonly phones: ReadonlyMap<string, Phone>;
  putNumber(number: BusinessNumber): void;
  removeNumber(id: string): void;
  putPhone(phone: Phone): void;
  putChat(chat: Chat): void;
  numbersOf(wabaId: string): readonly BusinessNumber[];
  /** By digits. */
  phoneByNumber(digits: string): Phone | undefined;
  phoneByBsuid(bsuid: string): Phone | undefined;
  chat(phoneNumberId: string, phoneId: string): Chat;
  tokens(): ReadonlySet<string>;
}

/** The digits of a phone number, however it is written. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** The world as the store remembers it. */
export function createWorld(stored: StoredWorld): World {
  const numbers = new Map(stored.numbers.map((number) => [number.phoneNumberId, number]));
  const phones = new Map<string, Phone>();
  const byNumber = new Map<string, Phone>();
  const byBsuid = new Map<string, Phone>();
  const chats = new Map(stored.chats.map((chat) => [chat.id, chat]));
  let tokens = new Set(stored.numbers.map((number) => number.token));
  const putPhone = (phone: Phone) => {
    phones.set(phone.id, phone);
    byBsuid.set(phone.bsuid, phone);
    if (phone.number) byNumber.set(phone.number, phone);
  };
  stored.phones.forEach(putPhone);
  const readTokens = () => {
    tokens = new Set([...numbers.values()].map((each) => each.token));
  };
  return {
    numbers,
    phones,
    putNumber: (number) => {
      numbers.set(number.phoneNumberId, number);
      readTokens();
    },
    removeNumber: (id) => {
      numbers.delete(id);
      readTokens();
    },
    putPhone,
    putChat: (chat) => void chats.set(chat.id, chat),
    numbersOf: (wabaId) => [...numbers.values()].filter((number) => number.wabaId === wabaId),
    phoneByNumber: (digits) => byNumber.get(digits),
    phoneByBsuid: (bsuid) => byBsuid.get(bsuid),
    chat: (phoneNumberId, phoneId) => {
      const id = chatId(phoneNumberId, phoneId);
      return chats.get(id) ?? { id, phoneNumberId, phoneId, lastInboundAt: 0 };
    },
    tokens: () => tokens,
  };
}
