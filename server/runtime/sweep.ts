import type { Intake } from './intake.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';
import { once, sideBySide } from './side-by-side.ts';

/** A process that has not been heard of for this long is gone; each says something every second. */
const SILENT_MS = 15_000;
const AT_ONCE = 50;

/**
 * Takes up what was left lying: messages never served, effects never performed.
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
  if (messages + conversations > 0) log.info({ messages, conversations }, 'took up what was left');
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
