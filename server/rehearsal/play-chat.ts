import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import { compileWorld } from '../engine/compile-world.ts';
import type { World } from '../engine/world.ts';
import { type Answering, answerFromSample } from './answer-from-sample.ts';
import type { Chat, ChatLine, Deed, Setting } from './chat.ts';
import { parseChat } from './parse-chat.ts';
import { performDeed, timeOf } from './perform-deed.ts';
import { fireNext, type JournalEntry, passTime, type Said, type Stage, setStage, TooMuch } from './stage.ts';

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
  const read = typeof chat === 'string' ? parseChat(chat) : chat;
  const play = playing(worldOf(cast, read.setting), cast.flow.flow, read, { explains });
  for (;;) {
    const { done, value } = play.next();
    if (done) return value;
  }
}

/** The same in a world that is there already; rests after each line. */
export function* playing(
  world: World,
  flow: string,
  { setting, lines }: Chat,
  { explains = false } = {},
): Generator<void, Played> {
  const stage = setStage(world, setting, { flow, explains });
  const problems: string[] = [];
  for (const line of playLines(stage, lines)) {
    if (line?.problem !== undefined) problems.push(line.problem);
    yield;
  }
  return { text: textOf(stage), journal: stage.journal, messages: stage.messages, problems };
}

/** A line that has been played. */
export interface PlayedLine {
  readonly raw: string;
  /** It stands in the chat; else it was put in, to answer from a sample. */
  readonly isOwn: boolean;
  /** Why it could not happen. */
  readonly problem?: string;
}

/** Plays one line after the other. After one that leads too far, no more. Where it yields nothing it only rests. */
export function* playLines(
  stage: Stage,
  lines: readonly ChatLine[],
  answering?: Answering,
): Generator<PlayedLine | undefined, void> {
  for (const [i, line] of lines.entries()) {
    const isOver = yield* playLine(stage, line, true);
    if (isOver) return;
    if (!(answering && line.deed)) continue;
    const next = lines.slice(i + 1).find(({ deed }) => deed);
    let answer = answerFromSample(stage, answering, next?.deed);
    while (answer) {
      if (yield* playLine(stage, answer, false)) return;
      answer = answerFromSample(stage, answering, next?.deed);
    }
  }
}

function* playLine(
  stage: Stage,
  { raw, deed, problem }: ChatLine,
  isOwn: boolean,
): Generator<PlayedLine | undefined, boolean> {
  stage.out.push(raw);
  const [sentence, isOver] = problem === undefined ? yield* perform(stage, deed) : [problem, false];
  if (sentence !== undefined) stage.out.push(`! ${sentence}`);
  yield { raw, isOwn, ...(sentence !== undefined && { problem: sentence }) };
  return isOver;
}

/** Why the deed could not be done, if so, and whether the chat is over with that. */
function* perform(
  stage: Stage,
  deed: Deed | undefined,
): Generator<undefined, readonly [sentence: string | undefined, isOver: boolean]> {
  try {
    const until = deed && timeOf(stage, deed);
    if (until === undefined) return [deed && performDeed(stage, deed), false];
    // Much may fall due in a long time.
    while (fireNext(stage, until)) yield;
    return [passTime(stage, until), false];
  } catch (error) {
    if (error instanceof TooMuch) return [error.message, true];
    throw error;
  }
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

/** What a workspace has that says nothing else. */
export const usualSettings = (timeZone: string): Settings => ({
  timeZone,
  optOut: {
    stop: ['stop', 'unsubscribe'],
    start: ['start'],
    stopped: 'You will not hear from us again. Write START to change that.',
    started: 'Welcome back!',
  },
});

/** The chat as far as it has been played. */
export const textOf = ({ out }: Stage): string => `${out.join('\n').trimEnd()}\n`;
