import type { Ports } from './ports.ts';
import type { Runtime } from './runtime.ts';

const AT_ONCE = 1_000;

/** Wakes every conversation that has a timer due by now. What cannot be woken is found again the next time. */
export async function wakeDue(
  { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>,
  runtime: Pick<Runtime, 'wake'>,
): Promise<void> {
  const now = clock();
  const tried = new Set<string>();
  for (;;) {
    const due = (await store.conversations.due(now, AT_ONCE)).filter((id) => !tried.has(id));
    if (due.length === 0) return;
    for (const id of due) tried.add(id);
    const results = await Promise.allSettled(due.map((id) => runtime.wake(id)));
    const failed = results.filter(({ status }) => status === 'rejected').length;
    if (failed > 0) log.warn({ failed }, 'some conversations could not be woken yet');
  }
}
