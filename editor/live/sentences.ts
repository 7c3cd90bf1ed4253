import type { FlowRef } from '../../nodes/contract/flow.ts';
import {
  type InboundContent,
  type InboundMessage,
  type OutboundMessage,
  wordsOf,
} from '../../nodes/contract/message.ts';
import type { JournalEntry, MessageRecord } from '../../server/api/contract.ts';
import type { Translate } from '../lib/language.tsx';

/** A journal entry as people read it. */
export interface Story {
  /** Who did what. */
  readonly headline: string;
  /** The words of the person who wrote. */
  readonly quote?: string;
  readonly because?: string;
  readonly way: readonly Step[];
  readonly sent: readonly string[];
  /** What else followed. */
  readonly notes: readonly Note[];
}

export interface Step {
  readonly flow: FlowRef;
  readonly node: string;
}

export interface Note {
  readonly text: string;
  readonly isBad?: boolean;
}

/** Puts what the server kept in English into the reader's language: see `useNodeWords`. */
type Retell = (english: string) => string;

const asItIs: Retell = (english) => english;

/** Tells a journal entry in plain words. `who` is the contact's name. */
export function storyOf(entry: JournalEntry, who: string, t: Translate, retell = asItIs): Story {
  const { because, path, effects, ended } = entry;
  return {
    ...openingOf(entry, who, t, retell),
    ...(because !== undefined && { because: retell(because) }),
    way: path.map(({ flow, node }) => ({ flow, node })),
    sent: effects.flatMap((effect) =>
      effect.type === 'sendMessage' ? [outboundWords(effect.message, t)] : [],
    ),
    notes: [
      ...effects.flatMap((effect): readonly Note[] => {
        if (effect.type === 'handOver')
          return [{ text: [t('handedOver'), effect.note].filter(Boolean).join(': ') }];
        return effect.type === 'reachGoal' ? [{ text: t('goalReached', { goal: effect.goal }) }] : [];
      }),
      ...ended.map((end) => endingOf(end, t, retell)),
    ],
  };
}

function openingOf(
  { event }: JournalEntry,
  who: string,
  t: Translate,
  retell: Retell,
): Pick<Story, 'headline' | 'quote'> {
  switch (event.type) {
    case 'messageReceived':
      return { headline: t('wrote', { who }), quote: inboundWords(event.message, t) };
    case 'timerFired':
      return { headline: t('timeUp', { who }) };
    case 'httpAnswered':
      return { headline: t('outsideAnswered', { who }) };
    case 'crmAnswered':
      return { headline: t('lookupAnswered', { who }) };
    case 'agentClaimed':
      return { headline: t('agentTook', { who, agent: event.agent }) };
    case 'agentWrote':
      return { headline: t('agentWrote', { who, agent: event.agent }) };
    case 'agentReleased':
      return {
        headline: t('agentGaveBack', { who }),
        ...(event.note !== undefined && { quote: event.note }),
      };
    case 'flowMoved':
      return {
        headline: t(event.how === 'restart' ? 'flowBegunAgain' : 'flowMoved', {
          who,
          flow: event.flow,
          version: event.to,
        }),
      };
    case 'effectFailed':
      return { headline: t('stepFailed', { who, reason: retell(event.reason) }) };
    default:
      return { headline: t('flowStarted', { who, flow: event.flow }) };
  }
}

/** The words of a message, or what kind it is when it has none. */
export const inboundWords = (message: InboundContent, t: Translate): string =>
  wordsOf(message) || t('sentKind', { kind: message.kind === 'media' ? message.media : message.kind });

export function outboundWords(message: OutboundMessage, t: Translate): string {
  switch (message.kind) {
    case 'text':
    case 'askLocation':
      return message.text;
    case 'choices':
      return [message.text, ...message.options.map(({ label }) => `[${label}]`)].join(' ');
    case 'link':
      return `${message.text} [${message.label}]`;
    case 'media':
      return [t('sentKind', { kind: message.filename ?? message.media }), message.caption]
        .filter(Boolean)
        .join(' ');
    case 'template':
      return t('sentKind', { kind: message.name });
    default:
      return t('sentKind', { kind: message.kind });
  }
}

/** The words of a stored message of either direction. */
export const recordWords = ({ direction, message }: MessageRecord, t: Translate): string =>
  direction === 'in'
    ? inboundWords(message as InboundMessage, t)
    : outboundWords(message as OutboundMessage, t);

function endingOf({ why, detail = '' }: JournalEntry['ended'][number], t: Translate, retell: Retell): Note {
  switch (why) {
    case 'completed':
      return { text: t('endedCompleted') };
    case 'expired':
      return { text: t('endedExpired') };
    case 'failed':
      return { text: t('endedFailed', { detail: retell(detail) }), isBad: true };
    case 'left':
      return { text: t('endedLeft') };
  }
}

/** A phone number as people write it; other ids as they are. */
export const shownContact = (id: string): string => (/^\d{7,15}$/.test(id) ? `+${id}` : id);

/** How long ago, in a word or two. */
export function lapse(ms: number, t: Translate): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('now');
  return minutes < 60 ? t('minutes', { n: minutes }) : t('hours', { n: Math.floor(minutes / 60) });
}
