import type { Intake } from './intake.ts';
import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';

/** A process that has not been heard of for this long is gone; each says something every second. */
const SILENT_MS = 15_000;
const AT_ONCE = 500;

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
  const served = await intake.catchUp(everything ? now : now - SILENT_MS);
  const abandoned = await store.conversations.abandoned(everything ? Number.MAX_SAFE_INTEGER : now, AT_ONCE);
  for (const id of abandoned) await runtime.takeOver(id);
  if (served + abandoned.length > 0)
    log.info({ messages: served, conversations: abandoned.length }, 'took up what was left');
}
