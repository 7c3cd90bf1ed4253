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
  readonly pace: () => { readonly inFlight: number; readonly batch: number };
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

/** The webhooks of one number on their way out: posts what is due, a few at a time, until the business answers 200. */
export class NumberQueue {
  readonly #ports: QueuePorts;
  readonly #waiting: Heap<Waiting> = heap((a, b) => a.at < b.at || (a.at === b.at && a.turn < b.turn));
  readonly #flights = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #turns = 0;
  #failing: boolean = false;
  #closed: boolean = false;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  /** How many are not yet over. */
  get size(): number {
    return this.#waiting.size() + this.#flights.size;
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
      const retried = each.attempts > 0;
      this.#waiting.push(retried ? { ...each, attempts: 0, at: each.webhook.dueAt } : each);
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
    while (this.#flights.size < inFlight && this.#nextAt() <= now) this.#launch(this.#take(batch, now));
    const wait = this.#nextAt() - now;
    if (this.#flights.size < inFlight && wait !== NEVER)
      this.#timer = setTimeout(() => this.#pump(), Math.max(1, Math.min(wait, 60_000)));
  }

  #nextAt(): number {
    return this.#waiting.peek()?.at ?? NEVER;
  }

  #take(batch: number, now: number): readonly Waiting[] {
    const taken: Waiting[] = [];
    while (taken.length < batch && this.#nextAt() <= now) {
      const next = this.#waiting.pop();
      if (next) taken.push(next);
    }
    return taken;
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
    // Whoever waits in a long gap goes now, in the order of the messages.
    if (isBack) this.hurry();
  }

  #retry(taken: readonly Waiting[]): void {
    const now = this.#ports.clock();
    const isLost = (each: Waiting) => now - each.webhook.createdAt > GIVE_UP_AFTER_MS;
    const lost = taken.filter(isLost);
    if (lost.length > 0)
      this.#ports.settle(
        lost.map((each) => each.webhook),
        false,
      );
    for (const each of taken) {
      if (isLost(each)) continue;
      const gap = GAPS_MS[Math.min(each.attempts, GAPS_MS.length - 1)] ?? 0;
      this.#waiting.push({ ...each, attempts: each.attempts + 1, at: now + gap });
    }
  }
}
