import type { JsonObject } from './json.ts';

/** A message to a contact, free of any channel. What a channel cannot show it renders as closely as it can. */
export type OutboundMessage =
  | { readonly kind: 'text'; readonly text: string; readonly preview?: boolean }
  | ({ readonly kind: 'media' } & OutboundMedia)
  | ({ readonly kind: 'choices' } & OutboundChoices)
  | {
      readonly kind: 'link';
      readonly text: string;
      readonly label: string;
      readonly url: string;
      readonly footer?: string;
    }
  | { readonly kind: 'askLocation'; readonly text: string }
  | ({ readonly kind: 'location' } & Place)
  | { readonly kind: 'contacts'; readonly contacts: readonly JsonObject[] }
  | { readonly kind: 'reaction'; readonly to: string; readonly emoji: string }
  | ({ readonly kind: 'template' } & OutboundTemplate);

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface OutboundMedia {
  readonly media: MediaKind;
  /** Where the channel fetches it (https), or the channel's own media id. Exactly one of the two. */
  readonly link?: string;
  readonly id?: string;
  readonly caption?: string;
  readonly filename?: string;
  readonly voice?: boolean;
}

/** A question with options: WhatsApp shows up to 3 as buttons, up to 10 as a list, more as numbered text. */
export interface OutboundChoices {
  readonly text: string;
  readonly options: readonly Option[];
  readonly header?: string;
  readonly footer?: string;
  /** The word on the button that opens a list. */
  readonly open?: string;
  /** Where a tap leads, even one on an old message: stamped by the engine, never by a node. */
  readonly origin?: Origin;
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
}

/** The node of a published version that asked a question. */
export interface Origin {
  readonly flow: string;
  readonly version: number;
  readonly node: string;
}

export interface OutboundTemplate {
  readonly name: string;
  readonly language: string;
  /** Texts for the numbered holes of the body, in order. */
  readonly body?: readonly string[];
  readonly header?: string;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

/** A message from a contact, whatever the channel called it. */
export type InboundMessage = InboundEnvelope & InboundContent;

export interface InboundEnvelope {
  /** The channel's id (WhatsApp: wamid); the same id twice is the same message. */
  readonly id: string;
  /** The message this one answers, when the channel says so. */
  readonly replyTo?: string;
  readonly forwarded?: boolean;
  /** The ad or post the contact came from. */
  readonly referral?: JsonObject;
}

export type InboundContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tap';
      readonly title: string;
      readonly option: string;
      readonly origin?: Origin;
      readonly description?: string;
    }
  | ({ readonly kind: 'media' } & InboundMedia)
  | ({ readonly kind: 'location' } & Place)
  | { readonly kind: 'contacts'; readonly contacts: readonly JsonObject[] }
  | { readonly kind: 'form'; readonly name: string; readonly answers: JsonObject }
  | {
      readonly kind: 'order';
      readonly catalog: string;
      readonly items: readonly JsonObject[];
      readonly text?: string;
    }
  | { readonly kind: 'reaction'; readonly to: string; readonly emoji?: string }
  | { readonly kind: 'edit'; readonly of: string; readonly text?: string }
  | { readonly kind: 'revoke'; readonly of: string }
  | { readonly kind: 'system'; readonly what: string; readonly text?: string; readonly details?: JsonObject }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'unsupported'; readonly what: string; readonly reason?: string };

export interface InboundMedia {
  readonly media: MediaKind;
  readonly id: string;
  readonly mime: string;
  readonly sha256?: string;
  readonly caption?: string;
  readonly filename?: string;
  readonly voice?: boolean;
}

/** The words a person wrote or tapped, if any. */
export function wordsOf(message: InboundContent): string {
  switch (message.kind) {
    case 'text':
      return message.text;
    case 'tap':
      return message.title;
    case 'media':
      return message.caption ?? '';
    case 'order':
      return message.text ?? '';
    default:
      return '';
  }
}

/** Whether a message is something said to us, and not a notice about another message or the contact. */
export const isSaid = ({ kind }: InboundContent): boolean =>
  kind !== 'reaction' && kind !== 'edit' && kind !== 'revoke' && kind !== 'system';
