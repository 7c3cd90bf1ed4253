import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import { compileWorld } from '../engine/compile-world.ts';
import type { World } from '../engine/world.ts';
import type { Chat, Setting } from './chat.ts';
import { parseChat } from './parse-chat.ts';
import { performDeed } from './perform-deed.ts';
import { type JournalEntry, type Said, type Stage, setStage } from './stage.ts';

/** What a chat is played with. */
export interface Cast {
  readonly types: Registry;
  /** The flow the chat is about, and the others that are live beside it. */
  readonly flow: FlowVersion;
  readonly others?: readonly FlowVersion[];
  /** Calendars besides those that the chat brings along. */
  readonly calendars?: readonly Calendar[];
}

/** How a chat really went. */
export interface Played {
  /** The chat with its inputs kept and its outputs written anew. */
  readonly text: string;
  readonly journal: readonly JournalEntry[];
  readonly messages: readonly Said[];
  /** Lines that could not happen, as sentences; they stand in the text as well. */
  readonly problems: readonly string[];
}

/** Plays a chat against flows and writes down how it really went, so that a test is the comparison of two texts. */
export function playChat(cast: Cast, chat: string | Chat, { explains = false } = {}): Played {
  const { setting, lines } = typeof chat === 'string' ? parseChat(chat) : chat;
  const stage = setStage(worldOf(cast, setting), setting, { flow: cast.flow.flow, explains });
  const problems: string[] = [];
  for (const { raw, deed, problem } of lines) {
    stage.out.push(raw);
    const sentence = problem ?? (deed && performDeed(stage, deed));
    if (sentence === undefined) continue;
    stage.out.push(`! ${sentence}`);
    problems.push(sentence);
  }
  return { text: textOf(stage), journal: stage.journal, messages: stage.messages, problems };
}

/** Whether a chat went as it is written, explanations aside. */
export const chatHolds = (played: Played, written: string): boolean =>
  played.problems.length === 0 && withoutExplanations(played.text) === withoutExplanations(written);

export const withoutExplanations = (text: string): string =>
  `${text
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .replace(/^\? .*\n/gm, '')}\n`;

function worldOf({ types, flow, others = [], calendars = [] }: Cast, setting: Setting): World {
  return compileWorld({
    types,
    live: [flow, ...others],
    calendars: [...calendars, ...setting.calendars],
    numbers: [setting.number],
    settings: { ...usualSettings(setting.timeZone), ...setting.settings },
  });
}

const usualSettings = (timeZone: string): Settings => ({
  timeZone,
  optOut: {
    stop: ['stop', 'unsubscribe'],
    start: ['start'],
    stopped: 'You will not hear from us again. Write START to change that.',
    started: 'Welcome back!',
  },
});

const textOf = ({ out }: Stage): string => `${out.join('\n').trimEnd()}\n`;
