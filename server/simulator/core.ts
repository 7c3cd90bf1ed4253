import type { Knobs } from './knobs.ts';
import type { Live } from './live.ts';
import type { BusinessNumber, Chat, Phone } from './model.ts';
import type { SimulatorStore } from './store/store.ts';
import type { Take } from './token-bucket.ts';
import type { Outbox } from './webhooks/outbox.ts';
import type { Poster } from './webhooks/post.ts';
import type { World } from './world.ts';

/** Says what goes on; the same shape as pino's logger. */
export interface Log {
  info(details: object, sentence: string): void;
  warn(details: object, sentence: string): void;
  error(details: object, sentence: string): void;
}

/** What both sides of the virtual WhatsApp, Graph and the phones, work with. */
export interface Core {
  readonly world: World;
  readonly store: SimulatorStore;
  readonly outbox: Outbox;
  readonly poster: Poster;
  readonly live: Live;
  readonly log: Log;
  readonly clock: () => number;
  readonly knobs: () => Knobs;
  readonly turn: (knobs: Knobs) => void;
  /** A number above all given before. */
  readonly nextOrder: () => number;
  readonly pairs: Take;
  readonly throughput: Take;
  /** The largest file that is taken, in bytes. */
  readonly maxUploadBytes: number;
}

/** One person in one chat with one number. */
export interface Conversation {
  readonly number: BusinessNumber;
  readonly phone: Phone;
  readonly chat: Chat;
}
