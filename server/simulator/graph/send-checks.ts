import type { Core } from '../core.ts';
import type { BusinessNumber, Json } from '../model.ts';
import { refusals } from './graph-error.ts';
import { mediaIdsOf } from './messages/file.ts';
import type { Outgoing } from './messages/outgoing.ts';

const THIRTY_DAYS_MS = 30 * 86_400_000;

/** Takes a message's share of the limits of pair and number. Graph errors 131056, 130429. */
export function checkLimits(core: Core, number: BusinessNumber, to: string): void {
  const { throughputPerSecond, pairEverySeconds, pairBurst } = core.knobs();
  const now = core.clock();
  const id = number.phoneNumberId;
  const pair = { burst: pairBurst, everyMs: pairEverySeconds * 1000 };
  if (pairEverySeconds > 0 && !core.pairs(`${id}:${to}`, pair, now))
    throw refusals.of(131056, 'Too many messages sent to the same person in a short time.');
  const all = { burst: throughputPerSecond, everyMs: 1000 / throughputPerSecond };
  if (throughputPerSecond > 0 && !core.throughput(id, all, now))
    throw refusals.of(
      130429,
      'Message failed to send because there were too many messages sent from this phone number in a short time.',
    );
}

/** Refuses media and reaction targets that are not there. Graph error 131009. */
export async function checkReferences(core: Core, number: BusinessNumber, message: Outgoing): Promise<void> {
  for (const id of mediaIdsOf(message.type, message.content)) {
    const found = await core.store.media(id);
    if (found?.phoneNumberId !== number.phoneNumberId)
      throw refusals.value(`${id} is no media id of this number.`);
  }
  if (message.type !== 'reaction') return;
  const target = await core.store.message(String((message.content as Json)['message_id']));
  const isTooOld = target && core.clock() - target.at > THIRTY_DAYS_MS;
  if (!target?.chat.startsWith(`${number.phoneNumberId}:`) || target.type === 'reaction' || isTooOld)
    throw refusals.value('Reactions need a message of the last 30 days that is no reaction itself.');
}
