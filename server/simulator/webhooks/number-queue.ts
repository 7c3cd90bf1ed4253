import type { PendingWebhook } from '../model.ts';
import { type Heap, heap } from './heap.ts';

/** Growing gaps between attempts; the last one repeats. */
const GAPS_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000];
/** Meta tries for up to 7 days. */
const GIVE_UP_AFTER_MS = 7 * 86_400_000;
const NEVER = Number.POSITIVE_INFINITY;

/** What a queue needs of the rest. */
export interface QueuePorts {
  readonly clock: () => number;
  /** How the knobs stand at this moment. */
  readonly pace: () => { readonly inFlight: number; readonly batch: number; readonly reorder: boolean };
  /** Carries the webhooks over in one go; true when the business took them. */
  readonly deliver: (webhooks: readonly PendingWebhook[]) => Promise<boolean>;
  /** They are over: arrived, or given up after seven days. */
  readonly settle: (webhooks: readonly PendingWebhook[], arrived: boolean) => void;
}

interface Waiting {
  readonly webhook: PendingWebhook;
  readonly attempts: number;
  readonly at: number;
  readonly turn: number;
}

/**
 * The webhooks of one number on their way out: posts what is due, a few at a time, until the business answers 200.
 * What one person writes stays in order (Meta mostly keeps it, and promises nothing), unless the knob says otherwise.
 */
export class NumberQueue {
  readonly #ports: QueuePorts;
  readonly #waiting: Heap<Waiting> = heap((a, b) => a.at < b.at || (a.at === b.at && a.turn < b.turn));
  readonly #flights = new Set<Promise<void>>();
  /** Per chat with a message in the air or in a gap: what waits behind it. */
  readonly #behind = new Map<string, Waiting[]>();
  #timer: NodeJS.Timeout | undefined;
  #turns = 0;
  #failing: boolean = false;
  #closed: boolean = false;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  /** How many are not yet over. */
  get size(): number {
    const behind = [...this.#behind.values()].reduce((sum, list) => sum + list.length, 0);
    return this.#waiting.size() + this.#flights.size + behind;
  }

  /** Takes webhooks that are already stored. */
  add(webhooks: readonly PendingWebhook[]): void {
    for (const webhook of webhooks)
      this.#waiting.push({ webhook, attempts: 0, at: webhook.dueAt, turn: this.#turns++ });
    this.#pump();
  }

  /** Forgets its gaps and tries at once, as when the business has moved to another address. */
  hurry(): void {
    for (const each of this.#waiting.drain()) {
      this.#waiting.push(each.attempts > 0 ? { ...each, attempts: 1, at: each.webhook.dueAt } : each);
    }
    this.#pump();
  }

  /** Starts nothing more and waits for what is in the air; the store keeps the rest. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#flights);
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const now = this.#ports.clock();
    const { inFlight, batch } = this.#ports.pace();
    while (this.#flights.size < inFlight && this.#nextAt() <= now) {
      const taken = this.#take(batch, now);
      if (taken.length > 0) this.#launch(taken);
    }
    const wait = this.#nextAt() - now;
    if (this.#flights.size < inFlight && wait !== NEVER)
      this.#timer = setTimeout(() => this.#pump(), Math.max(1, Math.min(wait, 60_000)));
  }

  #nextAt(): number {
    return this.#waiting.peek()?.at ?? NEVER;
  }

  #take(batch: number, now: number): readonly Waiting[] {
    const taken: Waiting[] = [];
    const mine = new Set<string>();
    while (taken.length < batch && this.#nextAt() <= now) {
      const next = this.#waiting.pop();
      if (next && this.#mayLeave(next, mine)) taken.push(next);
    }
    return taken;
  }

  /** Lets a webhook go, or puts it behind the earlier one of its chat; one batch may carry both. */
  #mayLeave(next: Waiting, mine: Set<string>): boolean {
    const { chat } = next.webhook;
    if (chat === undefined || this.#ports.pace().reorder) return true;
    const behind = this.#behind.get(chat);
    const isRetry = next.attempts > 0;
    if (behind && !isRetry && !mine.has(chat)) {
      behind.push(next);
      return false;
    }
    if (!behind) this.#behind.set(chat, []);
    mine.add(chat);
    return true;
  }

  #release(webhooks: readonly PendingWebhook[]): void {
    for (const { chat = '' } of webhooks) {
      for (const each of this.#behind.get(chat) ?? []) this.#waiting.push(each);
      this.#behind.delete(chat);
    }
  }

  #launch(taken: readonly Waiting[]): void {
    const flight = this.#fly(taken).finally(() => {
      this.#flights.delete(flight);
      this.#pump();
    });
    this.#flights.add(flight);
  }

  async #fly(taken: readonly Waiting[]): Promise<void> {
    const webhooks = taken.map((each) => each.webhook);
    const arrived = await this.#ports.deliver(webhooks);
    const isBack = arrived && this.#failing;
    this.#failing = !arrived;
    if (!arrived) return this.#retry(taken);
    this.#ports.settle(webhooks, true);
    this.#release(webhooks);
    // Whoever waits in a long gap goes now, in the order of the messages.
    if (isBack) this.hurry();
  }

  #retry(taken: readonly Waiting[]): void {
    const now = this.#ports.clock();
    const isLost = (each: Waiting) => now - each.webhook.createdAt > GIVE_UP_AFTER_MS;
    const lost = taken.filter(isLost).map((each) => each.webhook);
    if (lost.length > 0) this.#ports.settle(lost, false);
    this.#release(lost);
    for (const each of taken) {
      if (isLost(each)) continue;
      const gap = GAPS_MS[Math.min(each.attempts, GAPS_MS.length - 1)] ?? 0;
      this.#waiting.push({ ...each, attempts: each.attempts + 1, at: now + gap });
    }
  }
}
