/** A JSON object whose keys are not known beforehand. */
export type Json = Readonly<Record<string, unknown>>;

/** Which message template a number may send; the shape of Meta's `message_templates`. */
export interface Template {
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  /** As in Meta's template: HEADER, BODY, FOOTER, BUTTONS with `{{1}}` or `{{name}}` holes. */
  readonly components: readonly Json[];
}

/** One WhatsApp sender of a business, with what Meta and the business have agreed about it. */
export interface BusinessNumber {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** As people write it, such as `+1 555 000 1111`. */
  readonly displayNumber: string;
  readonly verifiedName: string;
  readonly token: string;
  readonly appSecret: string;
  readonly webhookUrl: string;
  /** What a newcomer may write first; shown in an empty chat. */
  readonly hints?: readonly string[];
  /** Without a list every template name is accepted. */
  readonly templates?: readonly Template[];
}

/** A virtual person with WhatsApp. Without `number` the business only learns the `bsuid` (2026 usernames). */
export interface Phone {
  readonly id: string;
  readonly name: string;
  /** Digits only, the `wa_id`. */
  readonly number?: string;
  /** Without the leading `@`. */
  readonly username?: string;
  /** Business-scoped user id, such as `US.13491208655302741918`. */
  readonly bsuid: string;
  /** BCP 47, the language of the phone page for this person. */
  readonly language?: string;
}

/** One person and one number. `lastInboundAt` (ms) opens the 24-hour window. */
export interface Chat {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly phoneId: string;
  readonly lastInboundAt: number;
}

/** How far a message came, seen by who sent it. */
export type Progress = 'sent' | 'delivered' | 'read' | 'failed';

/** A message as the phone shows it. `content` is the object Graph names after `type`. */
export interface ChatMessage {
  readonly id: string;
  readonly chat: string;
  readonly from: 'phone' | 'business';
  /** Rises with every message of this simulator; the cursor of the history. */
  readonly order: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: string;
  readonly content: unknown;
  /** The message this one answers. */
  readonly context?: string;
  readonly status: Progress;
  /** What the page called it before it was sent. */
  readonly clientId?: string;
}

/** One `changes[]` element that the business has not yet answered with 200. */
export interface PendingWebhook {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly value: Json;
  /** Milliseconds since 1970; it does not leave earlier. */
  readonly dueAt: number;
  readonly createdAt: number;
  /** The phone's message that gets its second tick once this arrived. */
  readonly messageId?: string;
  readonly chat?: string;
}

/** What is known of an uploaded file. */
export interface MediaInfo {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly mimeType: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly filename?: string;
  readonly createdAt: number;
}

/** A chat's id. */
export const chatId = (phoneNumberId: string, phoneId: string): string => `${phoneNumberId}:${phoneId}`;
