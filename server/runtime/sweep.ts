import type { Intake } from './intake.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';
import { sideBySide } from './side-by-side.ts';

/** A process that has not been heard of for this long is gone; each says something every second. */
const SILENT_MS = 15_000;
/** A timer may be this late before the sweep looks after it. */
const FIRED_BY_NOW_MS = 5_000;
const AT_ONCE = 50;

/**
 * Takes up what was left lying: messages never served, effects never performed, moments never woken for.
 * `everything` also takes what is recent: right at the start, when no other process can be at work on it.
 */
export async function sweep(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  intake: Intake,
  runtime: Runtime,
  everything = false,
): Promise<void> {
  const now = clock();
  const dueBy = everything ? Number.MAX_SAFE_INTEGER : now;
  const failed = (conversation: string, error: unknown): void =>
    log.error({ conversation, error }, 'could not be taken up; the next sweep tries it again');
  const messages = await intake.catchUp(everything ? now : now - SILENT_MS);
  const conversations = await sideBySide(
    once(store.conversations.abandoned(dueBy)),
    AT_ONCE,
    (id) => runtime.takeOver(id, dueBy),
    failed,
  );
  const overdue = store.conversations.overdue(everything ? now : now - FIRED_BY_NOW_MS);
  const timers = await sideBySide(once(overdue), AT_ONCE, runtime.wake, failed);
  if (messages + conversations + timers > 0)
    log.info({ messages, conversations, timers }, 'took up what was left');
}

/** One sweep at a time: who asks while one is under way waits for that one. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

/** What is taken up moves on in the very order it is looked through in, and would be met again. */
async function* once(ids: AsyncIterable<string>): AsyncGenerator<string> {
  const met = new Set<string>();
  for await (const id of ids) {
    if (met.has(id)) continue;
    met.add(id);
    yield id;
  }
}
