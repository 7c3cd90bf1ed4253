import type { InboundMessage, OutboundMessage } from '../../nodes/contract/message.ts';

/** What a channel's webhook said: messages from contacts, and news about messages of ours. */
export interface Delivery {
  readonly messages: readonly InboundDelivery[];
  readonly statuses: readonly StatusUpdate[];
  /** News about numbers, templates and the account, kept as they came. */
  readonly notices: readonly Notice[];
}

export interface InboundDelivery {
  /** The channel's id of the number that was written to (WhatsApp: phone_number_id). */
  readonly number: string;
  readonly sender: Sender;
  /** When the contact sent it, epoch ms. */
  readonly at: number;
  readonly message: InboundMessage;
}

export interface Sender {
  /** Keys the contact: the business-scoped user id where there is one, else the digits of the phone. */
  readonly address: string;
  readonly phone?: string;
  readonly userId?: string;
  readonly name?: string;
}

export interface StatusUpdate {
  readonly number: string;
  /** The channel's id of our message (WhatsApp: wamid). */
  readonly channelId: string;
  /** Our own id of the message, if the channel handed it back. */
  readonly messageId?: string;
  readonly status: DeliveryStatus;
  readonly at: number;
  readonly failure?: { readonly code: string; readonly reason: string };
  /** What Meta charges for it, as it came. */
  readonly pricing?: { readonly [key: string]: unknown };
}

/** How far a message got. It only rises; `failed` yields only to a later delivery. */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface Notice {
  readonly field: string;
  readonly account: string;
  readonly value: unknown;
}

/** A sender of ours: how to reach the channel in its name. */
export interface NumberAccess {
  readonly id: string;
  readonly token: string;
}

export interface Recipient {
  readonly phone?: string;
  readonly userId?: string;
}

export interface Channel {
  /**
   * Hands a message to the channel under our own id. Throws `SendFailure`; any other error is our bug.
   * Resolves when the channel has accepted it, which is not yet delivery.
   */
  send(number: NumberAccess, to: Recipient, message: OutboundMessage, messageId: string): Promise<Accepted>;
  /** Shows the contact that their message was read, and that an answer is being typed. */
  markRead(number: NumberAccess, inboundId: string, typing: boolean): Promise<void>;
}

export interface Accepted {
  /** The channel's id of the message. */
  readonly channelId: string;
}

/**
 * Whose turn it is after a refusal:
 * `retry` ours, after a pause · `slow` ours, after slowing that number · `slowPair` ours, after slowing that one contact ·
 * `window` the contact's: only templates go out until they write · `recipient` nobody's: this contact cannot get it ·
 * `refused` the author's: this message is wrong · `blocked` the operator's: the account, token or number is
 */
export type FailureKind = 'retry' | 'slow' | 'slowPair' | 'window' | 'recipient' | 'refused' | 'blocked';

/** A message the channel did not accept. `unsure`: its answer was lost, so it may have gone out all the same. */
export class SendFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly unsure: boolean;

  constructor(kind: FailureKind, code: string, reason: string, unsure = false) {
    super(reason);
    this.name = 'SendFailure';
    this.kind = kind;
    this.code = code;
    this.unsure = unsure;
  }
}
