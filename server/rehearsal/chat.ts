import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Contact } from '../../nodes/contract/contact.ts';
import type { Release } from '../../nodes/contract/event.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { InboundContent } from '../../nodes/contract/message.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import type { NumberPlan } from '../engine/compile-world.ts';

/** A conversation as people write it down: what was said to us and what the world answered. What we said is left out. */
export interface Chat {
  readonly setting: Setting;
  readonly lines: readonly ChatLine[];
}

/** Where and when a chat takes place: what stands above its first blank line. */
export interface Setting {
  /** Epoch ms. */
  readonly at: number;
  readonly timeZone: string;
  readonly contact: Contact;
  readonly number: NumberPlan;
  readonly calendars: readonly Calendar[];
  /** Files of other flows that are live, and of calendars, as the chat names them. */
  readonly with: readonly string[];
  readonly calendarFiles: readonly string[];
  readonly settings: Partial<Settings>;
}

/** A line that is kept as it is, with what it makes happen; or a sentence on why it makes nothing happen. */
export interface ChatLine {
  readonly raw: string;
  readonly deed?: Deed;
  readonly problem?: string;
}

/** What somebody outside the flow does. */
export type Deed =
  | { readonly does: 'write'; readonly content: InboundContent }
  /** `back` 1 is the latest question; without it, the latest that has the option. */
  | { readonly does: 'tap'; readonly label: string; readonly back?: number }
  | { readonly does: 'react'; readonly emoji: string }
  | { readonly does: 'edit'; readonly text: string }
  | { readonly does: 'revoke' }
  | { readonly does: 'answer'; readonly status: number; readonly body: Json }
  | { readonly does: 'find'; readonly record: Json }
  | { readonly does: 'fail'; readonly code: string; readonly reason: string }
  | { readonly does: 'pass'; readonly ms: number }
  | { readonly does: 'passUntil'; readonly day: string; readonly time: string }
  | { readonly does: 'claim'; readonly agent: string }
  | { readonly does: 'release'; readonly how: Release; readonly note?: string }
  | { readonly does: 'request'; readonly flow: string; readonly set: JsonObject };

/** One kind of deed. */
export type DeedOf<D extends Deed['does']> = Extract<Deed, { readonly does: D }>;

/** Reads a line; a text instead of a deed says why it cannot be read. */
export type Reading = Deed | string;
