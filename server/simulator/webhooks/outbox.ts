import { newId } from '../ids.ts';
import type { Knobs } from '../knobs.ts';
import type { Live } from '../live.ts';
import type { BusinessNumber, Json, PendingWebhook } from '../model.ts';
import type { SimulatorStore } from '../store/store.ts';
import type { World } from '../world.ts';
import { NumberQueue } from './number-queue.ts';
import type { Poster } from './post.ts';

/** What the outbox works with. */
export interface OutboxPorts {
  readonly world: World;
  readonly store: SimulatorStore;
  readonly live: Live;
  readonly poster: Poster;
  readonly knobs: () => Knobs;
  readonly clock: () => number;
  readonly failed: (what: string, error: unknown) => void;
}

/** A webhook to be told, before it has an id. `after` in milliseconds. */
export interface Telling {
  readonly phoneNumberId: string;
  readonly value: Json;
  readonly after?: number;
  readonly messageId?: string;
  readonly chat?: string;
}

/** Remembers webhooks, then brings them to the business. */
export interface Outbox {
  /** Stores the webhooks and gives back what lets them go, for who has more to store first. */
  remember(tellings: readonly Telling[]): Promise<() => void>;
  /** Kept when the webhooks are stored; they leave at once. */
  tell(tellings: readonly Telling[]): Promise<void>;
  /** Takes up what an earlier life left behind. */
  resume(webhooks: readonly PendingWebhook[]): void;
  /** Tries again at once. */
  hurry(phoneNumberId: string): void;
  /** How many webhooks are not yet over. */
  pending(): number;
  close(): Promise<void>;
}

/** The outbox of all numbers, one queue each. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const queues = new Map<string, NumberQueue>();
  const queueOf = (phoneNumberId: string) => {
    const known = queues.get(phoneNumberId);
    if (known) return known;
    const queue = new NumberQueue({
      clock: ports.clock,
      pace: ports.knobs,
      deliver: (webhooks) => deliver(ports, phoneNumberId, webhooks),
      settle: (webhooks, arrived) => settle(ports, webhooks, arrived),
    });
    queues.set(phoneNumberId, queue);
    return queue;
  };
  const add = (webhooks: readonly PendingWebhook[]) => {
    const groups = Map.groupBy(webhooks, (webhook) => webhook.phoneNumberId);
    for (const [phoneNumberId, group] of groups) queueOf(phoneNumberId).add(group);
  };
  const remember = async (tellings: readonly Telling[]) => {
    const now = ports.clock();
    const { delayMs } = ports.knobs();
    const webhooks = tellings.map(({ after = 0, ...telling }) => ({
      ...telling,
      id: newId(),
      createdAt: now,
      dueAt: now + after + delayMs,
    }));
    if (webhooks.length > 0) await ports.store.saveWebhooks(webhooks);
    return () => add(webhooks);
  };
  return {
    remember,
    tell: async (tellings) => (await remember(tellings))(),
    resume: (webhooks) => add(webhooks.toSorted((a, b) => a.dueAt - b.dueAt)),
    hurry: (phoneNumberId) => queues.get(phoneNumberId)?.hurry(),
    pending: () => [...queues.values()].reduce((sum, queue) => sum + queue.size, 0),
    close: async () => void (await Promise.all([...queues.values()].map((queue) => queue.close()))),
  };
}

async function deliver(
  ports: OutboxPorts,
  phoneNumberId: string,
  webhooks: readonly PendingWebhook[],
): Promise<boolean> {
  const number: BusinessNumber | undefined = ports.world.numbers.get(phoneNumberId);
  if (!number) return false;
  const { repeat, escaped } = ports.knobs();
  const values = webhooks.map((webhook) => webhook.value);
  const arrived = await ports.poster.post(number, values, escaped);
  for (let again = 1; arrived && again < repeat; again++) await ports.poster.post(number, values, escaped);
  return arrived;
}

function settle(ports: OutboxPorts, webhooks: readonly PendingWebhook[], arrived: boolean): void {
  const removed = ports.store.removeWebhooks(webhooks.map((webhook) => webhook.id));
  removed.catch((error: unknown) => ports.failed('forget delivered webhooks', error));
  if (!arrived) return;
  for (const webhook of webhooks)
    secondTick(ports, webhook).catch((error: unknown) => ports.failed('mark a message as delivered', error));
}

async function secondTick(ports: OutboxPorts, webhook: PendingWebhook): Promise<void> {
  const { messageId, chat } = webhook;
  if (!(messageId && chat && (await ports.store.advance(messageId, 'delivered')))) return;
  const phoneId = chat.slice(chat.indexOf(':') + 1);
  ports.live.publish(phoneId, { type: 'status', chat, from: 'phone', status: 'delivered', id: messageId });
}
