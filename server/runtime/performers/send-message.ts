import type { IssuedEffect } from '../../../nodes/contract/effect.ts';
import { type FailureKind, SendFailure } from '../../channels/channel.ts';
import { type MessageRecord, RANKS, type StoredConversation } from '../../store/store.ts';
import type { Governor } from '../governor.ts';
import { done, type Performed, type Performer } from '../perform.ts';
import type { Ports } from '../ports.ts';
import type { OpenNumber } from '../workspace.ts';

type SendMessage = IssuedEffect & { readonly type: 'sendMessage' };

/** Pauses before a message is tried again after trouble on the channel's side, in ms. */
const PAUSES = [1_000, 4_000, 16_000, 60_000, 60_000];
/** Waits shorter than this are not worth showing a message as queued. */
const NOTICEABLE_MS = 1_000;

/**
 * Hands a message to the channel: at least once, and once if at all possible. What may have gone out before a
 * crash waits for the channel's news of it, found under our own id, before it is sent again.
 */
export function sendMessage(ports: Ports, governor: Governor): Performer<SendMessage> {
  const { store, workspace, clock } = ports;
  const trials = new Map<string, Trial>();
  // News of what a dead process sent can only have come since somebody listens again.
  const listeningSince = clock();
  return async (effect, { stored, inherited }) => {
    const outbound = { ports, governor, trials, effect, stored };
    const trial = trials.get(effect.id);
    if (trial?.outcome) return conclude(outbound, trial.outcome);
    const number = workspace.number(stored.conversation.number);
    if (!number) return giveUp(outbound, 'number-gone', 'The number is no longer connected.');
    if (inherited || trial?.unsure) {
      const rank = await store.messages.rankOf(effect.id);
      if (rank !== undefined && RANKS[rank] > RANKS.queued) return conclude(outbound, { rank });
    }
    const patienceUntil = Math.max(stored.savedAt, listeningSince) + ports.reconcileMs;
    if (inherited && clock() < patienceUntil) return { is: 'later', at: patienceUntil };
    return send(outbound, number);
  };
}

/** A message on its way out, and what its sending needs. */
interface Outbound {
  readonly ports: Ports;
  readonly governor: Governor;
  readonly trials: Map<string, Trial>;
  readonly effect: SendMessage;
  readonly stored: StoredConversation;
}

async function send(outbound: Outbound, number: OpenNumber): Promise<Performed> {
  const { ports, governor, effect, stored } = outbound;
  const { contact } = stored.conversation;
  const wait = governor.reserve(number, contact, effect.id, ports.clock());
  if (wait > 0) return putOff(outbound, wait);
  try {
    const { channelId } = await ports.channel.send(number, recipientOf(contact), effect.message, effect.id);
    return conclude(outbound, { rank: 'accepted', channelId });
  } catch (error) {
    return failed(outbound, error instanceof SendFailure ? error : brokenDown(outbound, error));
  }
}

/** A bug of ours must not hold up for ever what else the conversation is to say. */
function brokenDown({ ports, effect }: Outbound, error: unknown): SendFailure {
  ports.log.error({ message: effect.id, error }, 'a message could not be sent');
  return new SendFailure('retry', 'broken', 'Sluice met an error of its own; the log has the details.', true);
}

function failed(outbound: Outbound, failure: SendFailure): Promise<Performed> {
  const { ports, governor, trials, effect, stored } = outbound;
  const before = trials.get(effect.id) ?? NEW;
  const trial = { ...before, count: before.count + 1, unsure: failure.unsure };
  const { number, contact } = stored.conversation;
  if (failure.kind === 'slow') governor.slow(number, ports.clock());
  if (failure.kind === 'slowPair')
    governor.slowPair(number, contact, ports.clock(), 4 ** trial.count * 1_000);
  const pause = PAUSES[trial.count - 1];
  if (!worthRetrying.has(failure.kind) || pause === undefined)
    return giveUp(outbound, failure.code, failure.message);
  trials.set(effect.id, trial);
  return putOff(outbound, failure.unsure ? Math.max(pause, ports.reconcileMs) : pause);
}

async function putOff(outbound: Outbound, ms: number): Promise<Performed> {
  const { ports, trials, effect } = outbound;
  const trial = trials.get(effect.id) ?? NEW;
  if (ms >= NOTICEABLE_MS && !trial.shown) {
    await note(outbound, { rank: 'queued' });
    trials.set(effect.id, { ...trial, shown: true });
  }
  return { is: 'later', at: ports.clock() + ms };
}

function giveUp(outbound: Outbound, code: string, reason: string): Promise<Performed> {
  outbound.ports.log.warn({ message: outbound.effect.id, code }, reason);
  return conclude(outbound, { rank: 'failed', failure: { code, reason } });
}

/** How it ended is remembered until it is written: a message must not go out again because writing that failed. */
async function conclude(outbound: Outbound, outcome: Outcome): Promise<Performed> {
  const { trials, effect } = outbound;
  trials.set(effect.id, { ...NEW, outcome });
  await note(outbound, outcome);
  trials.delete(effect.id);
  return done;
}

/** Writes down how far the message has come, and tells those who watch. */
async function note({ ports, effect, stored: { conversation } }: Outbound, state: Outcome): Promise<void> {
  const record: MessageRecord = {
    id: effect.id,
    conversation: conversation.id,
    number: conversation.number,
    contact: conversation.contact,
    at: ports.clock(),
    direction: 'out',
    message: effect.message,
    ...state,
  };
  await ports.store.messages.note(record);
  ports.live.publish({ type: 'message', message: record });
}

type Outcome = Pick<MessageRecord, 'rank' | 'channelId' | 'failure'>;

/** What is known of a message that has not been settled yet. */
interface Trial {
  readonly count: number;
  /** The channel's answer was lost: it may have gone out. */
  readonly unsure: boolean;
  /** It is shown as queued. */
  readonly shown: boolean;
  /** How it ended, if that is not written yet. */
  readonly outcome?: Outcome;
}

const NEW: Trial = { count: 0, unsure: false, shown: false };

const worthRetrying: ReadonlySet<FailureKind> = new Set(['retry', 'slow', 'slowPair']);

/** A contact is keyed by phone digits, or by a business-scoped user id such as `US.134…`. */
const recipientOf = (contact: string) => (/^\d+$/.test(contact) ? { phone: contact } : { userId: contact });
