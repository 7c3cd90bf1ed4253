import { DateTime } from 'luxon';
import { fold } from '../nodes/contract/keywords.ts';
import { wordsOf } from '../nodes/contract/message.ts';
import type { Settings } from '../nodes/contract/settings.ts';
import type { World } from './engine/world.ts';
import type { Setting } from './rehearsal/chat.ts';
import { type Played, playing, usualSettings } from './rehearsal/play-chat.ts';
import { flowIdOf } from './rehearsal/read-cast.ts';
import { inSlices, readChat, type Stagecraft, worldOf } from './rehearse.ts';

/**
 * A chat as it goes on a draft, with a heading that says all it hangs on: the number, the hours that were looked at,
 * the other flows that came into it. So it goes the same with `npm run simulate`, beside the files of those flows.
 */
export async function completeChat(craft: Stagecraft, text: string): Promise<string> {
  const { chat } = readChat(craft, text);
  const { setting } = chat;
  const used = new Set<string>();
  const world = worldOf(craft, setting);
  const played = await inSlices(playing(listening(world, used), craft.version.flow, chat));
  const { kept, body } = split(played.text);
  const heading = [
    ...kept,
    `at ${DateTime.fromMillis(setting.at, { zone: setting.timeZone }).toFormat('yyyy-MM-dd HH:mm')} ${setting.timeZone}`,
    `number ${JSON.stringify(numberOf(world, craft, setting))}`,
    ...calendarsOf(world, setting, used).map((calendar) => `calendar ${JSON.stringify(calendar)}`),
    ...othersIn(played, craft, setting).map((flow) => `with ${flow}.json`),
    ...settingsOf(world.settings, played, setting),
  ];
  return [...heading, '', body].join('\n');
}

const listening = (world: World, used: Set<string>): World => ({
  ...world,
  calendar: (id) => {
    used.add(id);
    return world.calendar(id);
  },
});

const REWRITTEN = /^(at|number|settings) /;

/** The heading without what is written anew, and what comes after it. */
function split(text: string): { readonly kept: readonly string[]; readonly body: string } {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line === '' || /^[<~>*=!?](?: |$)/.test(line));
  const heading = first === -1 ? lines : lines.slice(0, first);
  const kept = heading.filter((line) => !REWRITTEN.test(line));
  return { kept, body: first === -1 ? '' : lines.slice(first).join('\n').replace(/^\n+/, '') };
}

/** Which flows are live elsewhere is said by `with`. */
function numberOf(world: World, { version: { flow } }: Stagecraft, { number }: Setting): object {
  const fallback = world.fallback(number.id);
  return {
    id: number.id,
    ...(number.flows && !number.flows.includes(flow) && { flows: number.flows }),
    ...(fallback !== undefined && { fallback }),
  };
}

function calendarsOf(world: World, { calendars, calendarFiles }: Setting, used: ReadonlySet<string>) {
  const told = new Set([...calendars.map(({ id }) => id), ...calendarFiles.map(flowIdOf)]);
  return [...used].filter((id) => !told.has(id)).flatMap((id) => world.calendar(id) ?? []);
}

function othersIn(
  { journal }: Played,
  { version: { flow } }: Stagecraft,
  setting: Setting,
): readonly string[] {
  const told = new Set([flow, ...setting.with.map(flowIdOf)]);
  const passed = journal.flatMap(({ path }) => path.map((passage) => passage.flow.id));
  return [...new Set(passed)].filter((id) => !told.has(id)).sort();
}

/** The opt-out words, if any of them, ours or the usual ones, was said; and what the chat had set itself. */
function settingsOf(
  { optOut }: Settings,
  { messages }: Played,
  { settings, timeZone }: Setting,
): readonly string[] {
  const usual = usualSettings(timeZone).optOut;
  const words = new Set([...optOut.stop, ...optOut.start, ...usual.stop, ...usual.start].map(fold));
  const isSaid = messages.some((said) => said.from === 'contact' && words.has(fold(wordsOf(said.message))));
  const all = { ...settings, ...(isSaid && { optOut }) };
  return Object.keys(all).length > 0 ? [`settings ${JSON.stringify(all)}`] : [];
}
