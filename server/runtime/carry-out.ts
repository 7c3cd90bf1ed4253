import type { FlowRef } from '../../nodes/contract/flow.ts';
import { isInside } from '../engine/carry-over.ts';
import type { FlowRecord, MoveOrder, Whereabouts } from '../store/store.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';

/** People brought along in one round, and those looked at to find them. */
const ROUND = 100;
const LOOKED_AT = 1_000;

/** Of what a number may send in a second, this part may be said to people who are brought along in one round. */
const SHARE = 1 / 4;

/** For so long after a publishing, a process that has not heard of it yet may let somebody into the older version. */
const LATE_MS = 10_000;

type Parts = Pick<Ports, 'store' | 'workspace' | 'clock' | 'log'>;

/**
 * Brings people along as publishings ordered it, some of them each time, so that those who write are still answered
 * at once. The order stands with the flow until nobody is left: whoever dies in between, the next round goes on.
 */
export async function carryOut(ports: Parts, runtime: Pick<Runtime, 'receive'>): Promise<void> {
  for (const flow of await ports.store.flows.moving())
    if (flow.moving) await round(ports, runtime, flow, flow.moving);
}

/** The versions whose people an order is about. */
export const olderVersions = (id: string, to: number): readonly FlowRef[] =>
  Array.from({ length: Math.max(0, to - 1) }, (_, n) => ({ id, version: n + 1 }));

async function round(
  ports: Parts,
  runtime: Pick<Runtime, 'receive'>,
  { id }: FlowRecord,
  order: MoveOrder,
): Promise<void> {
  const { store, workspace, clock, log } = ports;
  const startedAt = clock();
  const target = { id, version: order.to };
  await workspace.have([target]);
  if (!workspace.world().program(id, order.to)) {
    log.error({ flow: target }, 'a version cannot run, so nobody is brought into it');
    return store.flows.moved(id, order.to);
  }
  const budget = createBudget(ports);
  let [lookedAt, brought, failed] = [0, 0, 0];
  for await (const person of store.conversations.inside(olderVersions(id, order.to))) {
    if (brought + failed >= ROUND || lookedAt >= LOOKED_AT) break;
    lookedAt += 1;
    if (!budget.isLeft(person.number)) continue;
    try {
      budget.spend(person.number, await bring(ports, runtime, person, id, order));
      brought += 1;
    } catch (error) {
      failed += 1;
      log.error({ conversation: person.conversation, flow: id, error }, 'could not be brought along yet');
    }
  }
  if (brought > 0) log.info({ flow: id, to: order.to, people: brought }, 'people were brought along');
  // Who came in by an old button while the last ones were brought along stays where the button led.
  const wereAll = brought === lookedAt && lookedAt < ROUND;
  if (wereAll && startedAt - order.at >= LATE_MS) await store.flows.moved(id, order.to);
}

/** Lets one person's sessions change the version, and says how many messages that sends. */
async function bring(
  { clock }: Parts,
  runtime: Pick<Runtime, 'receive'>,
  { conversation, number, contact, revision, sessions }: Whereabouts,
  flow: string,
  { to, how, map }: MoveOrder,
): Promise<number> {
  if (!sessions.some((session) => isInside(session, { flow, to }))) return 0;
  // Tried again from the same state it is the same event; somebody who has come back inside is moved by another.
  const id = `move:${flow}@${to}:${conversation}:${revision}`;
  const moved = await runtime.receive(
    { number, contact },
    { id, at: clock(), type: 'flowMoved', flow, to, how, ...(map && { map }) },
  );
  return moved?.effects.filter(({ type }) => type === 'sendMessage').length ?? 0;
}

function createBudget({ workspace }: Parts) {
  const spent = new Map<string, number>();
  const most = (number: string): number => Math.max(1, (workspace.number(number)?.perSecond ?? 1) * SHARE);
  return {
    isLeft: (number: string): boolean => (spent.get(number) ?? 0) < most(number),
    spend: (number: string, messages: number): void =>
      void spent.set(number, (spent.get(number) ?? 0) + messages),
  };
}
