import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';
import { once, sideBySide } from './side-by-side.ts';

const AT_ONCE = 200;

/** Wakes every conversation that has a timer due by now. What cannot be woken is found again the next time. */
export async function wakeDue(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  runtime: Pick<Runtime, 'wake'>,
): Promise<void> {
  await sideBySide(once(store.conversations.due(clock())), AT_ONCE, runtime.wake, (conversation, error) =>
    log.error({ conversation, error }, 'could not be woken; it is tried again in a second'),
  );
}
