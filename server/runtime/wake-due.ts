import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';
import { once, sideBySide } from './side-by-side.ts';

const AT_ONCE = 200;
const A_MOMENT_MS = 1_000;

/**
 * Wakes every conversation that has a timer due by now. What cannot be woken is found again the next time. One that
 * takes long is not waited for, or all others would be late: while it is in `underWay` it is left out.
 */
export async function wakeDue(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  runtime: Pick<Runtime, 'wake'>,
  underWay = new Set<string>(),
): Promise<void> {
  const wake = async (conversation: string): Promise<void> => {
    if (underWay.has(conversation)) return;
    underWay.add(conversation);
    await runtime.wake(conversation).finally(() => underWay.delete(conversation));
  };
  const failed = (conversation: string, error: unknown): void =>
    log.error({ conversation, error }, 'could not be woken; it is tried again in a second');
  const all = sideBySide(once(store.conversations.due(clock())), AT_ONCE, wake, failed);
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, A_MOMENT_MS);
  await Promise.race([all, over.promise]).finally(() => clearTimeout(timer));
}
