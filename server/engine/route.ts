import type { Contact } from '../../nodes/contract/contact.ts';
import type { Conversation } from '../../nodes/contract/conversation.ts';
import { fold } from '../../nodes/contract/keywords.ts';
import { type InboundMessage, isSaid, type Origin, wordsOf } from '../../nodes/contract/message.ts';
import type { Session } from '../../nodes/contract/session.ts';
import { FITS, type Incoming, type TriggerMatch } from '../../nodes/contract/trigger.ts';
import type { TriggerEntry, World } from './world.ts';

/** Who gets a message, and why. Every kind of decision can be explained: see `explain`. */
export type Decision =
  | { readonly to: 'noted'; readonly kind: InboundMessage['kind'] }
  | { readonly to: 'optOut' | 'optIn'; readonly word: string }
  | { readonly to: 'owner'; readonly owner: 'queue' | 'agent' }
  | { readonly to: 'branch'; readonly origin: Origin; readonly option: string }
  | ({ readonly to: 'start'; readonly interrupts: boolean } & Contest)
  | { readonly to: 'session'; readonly session: string }
  /** Kept until the outside answers, a short pause is over, or what queued before has had its turn. */
  | { readonly to: 'queue'; readonly until: 'answer' | 'time' | 'turn' }
  | { readonly to: 'fallback'; readonly flow: string }
  | { readonly to: 'nobody' };

/** The trigger that won, and the ones it beat, best first. */
export interface Contest {
  readonly winner: Candidate;
  readonly beaten: readonly Candidate[];
}

export interface Candidate {
  readonly entry: TriggerEntry;
  readonly match: TriggerMatch;
}

/** A pause up to this long keeps the contact's words for the next question; a longer one sets the conversation free. */
const SHORT_PAUSE_MS = 60_000;

/**
 * Decides who gets an inbound message. In this order: opt-out words · the people who own the conversation ·
 * the question a tap belongs to · triggers that interrupt · the waiting session · triggers · the fallback flow.
 * Pure; `at` is when the contact wrote, epoch ms.
 */
export function route(
  world: World,
  { conversation, contact }: { readonly conversation: Conversation; readonly contact: Contact },
  message: InboundMessage,
  at: number,
): Decision {
  if (!isSaid(message)) return { to: 'noted', kind: message.kind };
  const { owner, session, number } = conversation;
  const incoming = { message, contact, number, first: conversation.lastInboundAt === undefined };
  return (
    optWords(world, contact, message) ??
    (owner.is === 'queue' || owner.is === 'agent' ? { to: 'owner', owner: owner.is } : undefined) ??
    tapped(world, conversation, message) ??
    interruption(world, session, incoming) ??
    (session && waitingSession(session)) ??
    started(contest(world, incoming), false) ??
    pausing(session, at) ??
    leftover(world, number)
  );
}

/** The triggers that match, from the most specific to the least: scope, then fit, then length of word, then the admin's order. */
export const contest = (world: World, incoming: Incoming): readonly Candidate[] =>
  among(world.triggers(incoming.number), incoming);

function among(entries: readonly TriggerEntry[], incoming: Incoming): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const match = inScope(entry, incoming) ? entry.rule.match(incoming) : undefined;
    if (match) candidates.push({ entry, match });
  }
  return candidates.sort(bySpecificity);
}

/** Below zero when `a` is the more specific of two matches. Zero is a tie, which the linter reports before publishing. */
export function bySpecificity(a: Candidate, b: Candidate): number {
  return (
    scopePoints(b.entry) - scopePoints(a.entry) ||
    FITS.indexOf(a.match.fit) - FITS.indexOf(b.match.fit) ||
    wordLength(b.match) - wordLength(a.match) ||
    a.entry.order - b.entry.order
  );
}

/** A limited number weighs more than a limited tag, both more than either. */
export const scopePoints = ({ rule: { scope } }: TriggerEntry): number =>
  (scope.numbers.length > 0 ? 4 : 0) + (scope.tags.length > 0 ? 2 : 0);

export const wordLength = ({ word = '' }: TriggerMatch): number => fold(word).length;

const inScope = ({ rule: { scope } }: TriggerEntry, { number, contact }: Incoming): boolean =>
  (scope.numbers.length === 0 || scope.numbers.includes(number)) &&
  (scope.tags.length === 0 || scope.tags.some((tag) => contact.tags.includes(tag)));

/** Only a whole message counts: "stop, that is wrong" is no opt-out. */
function optWords(world: World, contact: Contact, message: InboundMessage): Decision | undefined {
  const word = fold(wordsOf(message));
  const { stop, start } = world.settings.optOut;
  if (word === '') return undefined;
  if (stop.some((known) => fold(known) === word)) return { to: 'optOut', word };
  if (contact.optedOut && start.some((known) => fold(known) === word)) return { to: 'optIn', word };
  return undefined;
}

/**
 * A tap goes to the question it belongs to: the one being asked, whatever keyword its label may contain, one that
 * waits behind, or the flow and branch of one that was asked long ago.
 */
function tapped(world: World, conversation: Conversation, message: InboundMessage): Decision | undefined {
  if (message.kind !== 'tap' || !message.origin) return undefined;
  const { origin, option } = message;
  const asking = [...conversation.background, ...(conversation.session ? [conversation.session] : [])];
  const asked = asking.findLast((session) => asks(session, origin));
  if (asked) return { to: 'session', session: asked.id };
  const node = world.program(origin.flow, origin.version)?.nodes.get(origin.node);
  return node?.ports.has(option) ? { to: 'branch', origin, option } : undefined;
}

const asks = ({ flow, position }: Session, origin: Origin): boolean =>
  position.is === 'waiting' &&
  position.on === 'reply' &&
  position.node === origin.node &&
  flow.id === origin.flow;

function interruption(world: World, session: Session | undefined, incoming: Incoming): Decision | undefined {
  if (!session) return undefined;
  const interrupting = world.triggers(incoming.number).filter(({ rule }) => rule.interrupts);
  return started(among(interrupting, incoming), true);
}

function started([winner, ...beaten]: readonly Candidate[], interrupts: boolean): Decision | undefined {
  return winner && { to: 'start', interrupts, winner, beaten };
}

function waitingSession({ id, position }: Session): Decision | undefined {
  if (position.is !== 'waiting' || position.on === 'time') return undefined;
  return position.on === 'reply' ? { to: 'session', session: id } : { to: 'queue', until: 'answer' };
}

function pausing(session: Session | undefined, at: number): Decision | undefined {
  return session && pausesShortly(session, at) ? { to: 'queue', until: 'time' } : undefined;
}

/** Whether a session only takes a breath, so that what was said at a moment is kept for it. */
export function pausesShortly({ position }: Session, saidAt: number): boolean {
  if (position.is !== 'waiting' || position.on !== 'time') return false;
  const wakes = Math.min(...position.timers.map((timer) => timer.at));
  // What was said before the pause has waited for nothing yet.
  return wakes - Math.max(saidAt, position.since) <= SHORT_PAUSE_MS;
}

function leftover(world: World, number: string): Decision {
  const flow = world.fallback(number);
  return flow !== undefined && world.program(flow)?.entry ? { to: 'fallback', flow } : { to: 'nobody' };
}
