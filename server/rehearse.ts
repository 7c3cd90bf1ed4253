import { setImmediate } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { nextOpening } from '../nodes/contract/calendar.ts';
import type { FlowVersion } from '../nodes/contract/flow.ts';
import type { Json } from '../nodes/contract/json.ts';
import { compileDraft, type Unplayable } from './engine/compile-draft.ts';
import type { NumberPlan } from './engine/compile-world.ts';
import { draftOf } from './engine/flow-file/flow-file.ts';
import { readFlowFile } from './engine/flow-file/read-flow-file.ts';
import { isError } from './engine/lint/problem.ts';
import { overlayWorld } from './engine/overlay-world.ts';
import type { Program, World } from './engine/world.ts';
import { problems } from './problems.ts';
import type { Shelf } from './publish.ts';
import type { Chat, Setting } from './rehearsal/chat.ts';
import { cutChat } from './rehearsal/cut-chat.ts';
import { parseChat } from './rehearsal/parse-chat.ts';
import { ordinary } from './rehearsal/parse-setting.ts';
import { rehearse } from './rehearsal/rehearse.ts';
import type { RehearsalProblem, Rehearsed } from './rehearsal/rehearsed.ts';

/** A draft that is to be played in the workspace as it stands, in the place of its flow's live version. */
export interface Stagecraft {
  readonly shelf: Shelf;
  readonly version: FlowVersion;
  readonly program: Program;
  /** What cannot be played, and why. */
  readonly unplayable: readonly Unplayable[];
}

/** Makes a draft ready to be played. Throws a problem for a flow that is not there and for what is no flow file. */
export async function prepareDraft(shelf: Shelf, flow: string, source: Json): Promise<Stagecraft> {
  const record = await shelf.store.flows.get(flow);
  if (!record) throw problems.noSuch('flow', flow);
  const { file, problems: found } = readFlowFile(source, shelf.types);
  if (!file) throw problems.damagedFlow(found);
  await shelf.workspace.refresh();
  const version: FlowVersion = {
    ...{ flow, version: record.latest + 1, name: file.name, order: record.order },
    ...{ publishedAt: shelf.clock(), ...draftOf(file) },
  };
  const damaged = found.flatMap((problem) =>
    isError(problem) && problem.node !== undefined ? [{ node: problem.node, message: problem.message }] : [],
  );
  return { shelf, version, ...compileDraft(shelf.types, version, damaged) };
}

/** A rehearsal with what the panel beside it needs to know. */
export interface Rehearsal extends Rehearsed {
  /** When it is at the end, epoch ms, and where. */
  readonly at: number;
  readonly timeZone: string;
  /** When the calendars open next, as `2026-03-03 09:00` where the chat takes place. */
  readonly openings: readonly { readonly calendar: string; readonly name: string; readonly opens: string }[];
}

/** Plays a chat on a draft. Nothing of it is remembered: the same chat is played from its start each time. */
export async function rehearseDraft(
  craft: Stagecraft,
  chat: string,
  { samples }: { readonly samples: boolean },
): Promise<Rehearsal> {
  const { shelf, version, unplayable } = craft;
  const { chat: wanted, tooLong } = readChat(craft, chat);
  const { setting } = wanted;
  const answering = { flow: version.flow, samples: version.samples ?? {} };
  const cast = { world: worldOf(craft, setting), flow: version.flow, ...(samples && { answering }) };
  const played = await inSlices(rehearse(cast, wanted));
  const at = played.steps.at(-1)?.at ?? setting.at;
  return {
    ...played,
    problems: [...unplayable, ...notLive(craft, setting), ...tooLong, ...played.problems],
    at,
    timeZone: setting.timeZone,
    openings: await openingsAfter(shelf, setting, at),
  };
}

/** Reads a chat as it takes place in this workspace, where its heading does not say otherwise. */
export function readChat(
  { shelf: { workspace } }: Stagecraft,
  text: string,
): { readonly chat: Chat; readonly tooLong: readonly RehearsalProblem[] } {
  const { timeZone } = workspace.world().settings;
  const [first] = workspace.numbers();
  const usual: Setting = { ...ordinary, timeZone, number: { id: first?.id ?? ordinary.number.id } };
  const { text: cut, problem } = cutChat(text);
  const chat = parseChat(cut, usual);
  return { chat, tooLong: problem === undefined ? [] : [{ message: problem }] };
}

/** The workspace with the draft in the place of what is live, and what the heading of a chat says. */
export function worldOf({ shelf: { workspace }, program }: Stagecraft, setting: Setting): World {
  const base = workspace.world();
  return overlayWorld(base, {
    program,
    number: planOf(workspace, setting),
    calendars: setting.calendars,
    settings: { ...base.settings, timeZone: setting.timeZone, ...setting.settings },
  });
}

/** A chat that says which flows answer says all of it: then the workspace's fallback is not meant either. */
function planOf(workspace: Shelf['workspace'], { number }: Setting): NumberPlan {
  if (number.flows) return number;
  const { flows, fallback } = workspace.number(number.id) ?? {};
  return { ...(flows && { flows }), ...(fallback !== undefined && { fallback }), ...number };
}

/** A number may be kept to certain flows; then nothing that the draft listens for starts it there. */
function notLive(
  { shelf: { workspace }, version }: Stagecraft,
  setting: Setting,
): readonly RehearsalProblem[] {
  const { flows, fallback, id } = planOf(workspace, setting);
  if (!flows || flows.includes(version.flow) || fallback === version.flow) return [];
  const name = workspace.number(id)?.name ?? id;
  return [
    { message: `The number ${name} is limited to other flows: this one never starts there by itself.` },
  ];
}

async function openingsAfter({ store }: Shelf, setting: Setting, at: number): Promise<Rehearsal['openings']> {
  const own = new Set(setting.calendars.map(({ id }) => id));
  const kept = (await store.calendars.all()).filter(({ id }) => !own.has(id));
  return [...setting.calendars, ...kept].flatMap((calendar) => {
    const opening = nextOpening(calendar, at);
    if (opening === undefined || opening === at) return [];
    const opens = DateTime.fromMillis(opening, { zone: setting.timeZone }).toFormat('yyyy-MM-dd HH:mm');
    return [{ calendar: calendar.id, name: calendar.name, opens }];
  });
}

const SLICE_MS = 8;

/** Does long work a slice at a time, so that messages of customers never wait for a rehearsal. */
export async function inSlices<T>(work: Generator<unknown, T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begun < SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}
