import type { Contact } from '../../nodes/contract/contact.ts';
import { explanationOf } from '../engine/explanation.ts';
import type { World } from '../engine/world.ts';
import type { Answering } from './answer-from-sample.ts';
import type { Chat } from './chat.ts';
import { openRequests } from './open-requests.ts';
import { type PlayedLine, playLines, textOf } from './play-chat.ts';
import type { HappenedView, RehearsalProblem, Rehearsed, RehearsedStep } from './rehearsed.ts';
import { sessionViews, type Told } from './session-views.ts';
import { type Happened, type Stage, setStage } from './stage.ts';

/** What a rehearsal is played with. */
export interface RehearsalCast {
  readonly world: World;
  readonly flow: string;
  /** Without it, requests stay open until the chat answers them. */
  readonly answering?: Answering;
}

/** Characters of all steps together; beyond that nobody looks into them any more. */
const MAX_SIZE = 4_000_000;

/** Plays a chat as `playChat` does and keeps everything that can be looked into. Rests after each line. */
export function* rehearse(cast: RehearsalCast, { setting, lines }: Chat): Generator<void, Rehearsed> {
  const stage = setStage(cast.world, setting, { flow: cast.flow, explains: false, watches: true });
  const told: Told = new Map();
  const steps: RehearsedStep[] = [];
  const problems: RehearsalProblem[] = [];
  let size = 0;
  let before = marksOf(stage);
  for (const line of playLines(stage, lines, cast.answering)) {
    if (!line) {
      yield;
      continue;
    }
    if (line.problem !== undefined) problems.push({ message: line.problem });
    if (isInput(line)) {
      const step = stepOf(stage, line, before, told);
      steps.push(step);
      size += JSON.stringify(step).length;
    }
    before = marksOf(stage);
    if (size > MAX_SIZE) {
      problems.push({ message: 'there is too much to show; the rest of the chat is not played' });
      break;
    }
    yield;
  }
  return { chat: textOf(stage), steps, problems };
}

const isInput = ({ raw, problem }: PlayedLine): boolean => problem !== undefined || /^[<~] /.test(raw);

/** How far everything has come: what is longer afterwards is what a line led to. */
interface Marks {
  readonly out: number;
  readonly happened: number;
  readonly messages: number;
  readonly contact: Contact;
}

const marksOf = ({ out, happened, messages, contact }: Stage): Marks => ({
  out: out.length,
  happened: happened.length,
  messages: messages.length,
  contact,
});

function stepOf(stage: Stage, { raw, isOwn, problem }: PlayedLine, before: Marks, told: Told): RehearsedStep {
  const { out, messages, conversation, contact, now } = stage;
  const happened = stage.happened.slice(before.happened);
  return {
    line: raw,
    isOwn,
    ...(problem !== undefined && { problem }),
    at: now,
    wrote: out.slice(before.out + 1).filter((line) => !line.startsWith('! ')),
    happened: happened.map(happenedView),
    messages: messages.slice(before.messages),
    sessions: sessionViews(stage, happened, told),
    contact,
    changed: changedFields(before.contact, contact),
    owner: conversation.owner,
    queued: conversation.queue.length,
    open: openRequests(stage),
  };
}

const happenedView = ({ event, decision, path, visited, effects, ended }: Happened): HappenedView => ({
  event,
  ...(decision && { explanation: explanationOf(decision) }),
  path,
  visited,
  effects,
  ended,
});

function changedFields(
  { fields: old, ...before }: Contact,
  { fields: young, ...after }: Contact,
): readonly string[] {
  return [...differing(before, after), ...differing(old, young).map((name) => `fields.${name}`)];
}

const differing = (before: object, after: object): readonly string[] => {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = new Set([...old.keys(), ...young.keys()]);
  return [...names].filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(young.get(name)));
};
