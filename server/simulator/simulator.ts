import { Router } from 'express';
import type { Core, Log } from './core.ts';
import { downloads } from './graph/downloads.ts';
import { graphRouter } from './graph/router.ts';
import { goodDay, type Knobs, turned } from './knobs.ts';
import { createLive } from './live.ts';
import type { BusinessNumber, Phone } from './model.ts';
import { eventLines } from './phone/events.ts';
import { type NewPhone, putPhone } from './phone/people.ts';
import { phoneRouter } from './phone/router.ts';
import type { SimulatorStore } from './store/store.ts';
import { tokenBuckets } from './token-bucket.ts';
import { createOutbox } from './webhooks/outbox.ts';
import { createPoster } from './webhooks/post.ts';
import { createWorld } from './world.ts';

/** What a virtual WhatsApp is made of. */
export interface SimulatorOptions {
  readonly store: SimulatorStore;
  readonly log: Log;
  /** Milliseconds since 1970; `Date.now` unless given. */
  readonly clock?: () => number;
  /** Where the knobs stand at first. */
  readonly knobs?: Partial<Knobs>;
  /** 16 MB unless given. */
  readonly maxUploadBytes?: number;
}

/** A running virtual WhatsApp. */
export interface Simulator {
  /** `graph/…`, `lookaside/…` and `api/…`, to be mounted where it shall live. */
  readonly router: Router;
  /** Adds a business number, or changes what is given of a known one. */
  addNumber(number: BusinessNumber): Promise<void>;
  /** Takes a business number away; its chats stay, in case it comes back. */
  removeNumber(id: string): Promise<void>;
  /** Gives somebody a phone; a known id is changed. */
  addPhone(phone: NewPhone): Promise<Phone>;
  knobs(): Knobs;
  /** Throws a `Problem` for an unknown knob or an impossible position. */
  turn(wish: Partial<Knobs>): void;
  /** How many webhooks the business has not yet taken. */
  pending(): number;
  /** Ends open lines, waits for what is in the air; the store keeps the rest for the next life. */
  close(): Promise<void>;
}

const PRUNE_EVERY_MS = 6 * 3_600_000;
const KEEP_MS = 90 * 86_400_000;

/** Starts a virtual WhatsApp from what its store remembers; webhooks that did not arrive are tried again. */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const stored = await options.store.load();
  const core = createCore(options, createWorld(stored));
  const lines = eventLines(core);
  const router = Router();
  router.use('/graph', graphRouter(core));
  router.use('/lookaside', downloads(core));
  router.use('/api', phoneRouter(core, lines));
  core.outbox.resume(stored.webhooks);
  const pruning = keepPruned(core);
  return {
    router,
    addNumber: (number) => addNumber(core, number),
    removeNumber: (id) => removeNumber(core, id),
    addPhone: (phone) => putPhone(core, phone),
    knobs: core.knobs,
    turn: (wish) => core.turn(turned(core.knobs(), wish)),
    pending: () => core.outbox.pending(),
    close: async () => {
      clearInterval(pruning);
      lines.close();
      const landed = core.outbox.close();
      await Promise.race([landed, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
      await core.poster.close();
      await landed;
    },
  };
}

function createCore(options: SimulatorOptions, world: Core['world']): Core {
  const { store, log, clock = Date.now, maxUploadBytes = 16 * 1024 * 1024 } = options;
  let knobs: Knobs = { ...goodDay, ...options.knobs };
  let order = 0;
  const live = createLive();
  const poster = createPoster();
  const failed = (what: string, error: unknown) =>
    log.error({ err: error }, `The virtual WhatsApp could not ${what}.`);
  const ports = { world, store, live, poster, clock, failed, knobs: () => knobs };
  return {
    ...ports,
    outbox: createOutbox(ports),
    log,
    turn: (next) => {
      knobs = next;
    },
    // Microseconds of the clock, so that an order also rises over a restart.
    nextOrder: () => {
      order = Math.max(order + 1, clock() * 1000);
      return order;
    },
    pairs: tokenBuckets(),
    throughput: tokenBuckets(),
    maxUploadBytes,
  };
}

async function addNumber(core: Core, number: BusinessNumber): Promise<void> {
  core.world.putNumber(number);
  await core.store.saveNumber(number);
  core.live.publishToAll({ type: 'lists' });
  core.outbox.hurry(number.phoneNumberId);
}

async function removeNumber(core: Core, id: string): Promise<void> {
  core.world.removeNumber(id);
  await core.store.removeNumber(id);
  core.live.publishToAll({ type: 'lists' });
}

function keepPruned(core: Core): NodeJS.Timeout {
  const prune = () => {
    core.store
      .prune(core.clock() - KEEP_MS)
      .catch((error: unknown) =>
        core.log.warn({ err: error }, 'Old messages of the virtual WhatsApp were not removed.'),
      );
  };
  prune();
  return setInterval(prune, PRUNE_EVERY_MS).unref();
}
