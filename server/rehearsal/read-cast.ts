import { basename, dirname, join } from 'node:path';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { FlowVersion } from '../../nodes/contract/flow.ts';
import type { Registry } from '../../nodes/contract/registry.ts';
import { draftOf } from '../engine/flow-file/flow-file.ts';
import { readFlowFile } from '../engine/flow-file/read-flow-file.ts';
import { isError } from '../engine/lint/problem.ts';
import type { Setting } from './chat.ts';
import { readCalendar } from './parse-setting.ts';
import type { Cast } from './play-chat.ts';

/** Gives the text of a file; a file that is not there throws. */
export type ReadText = (path: string) => Promise<string>;

/** What is wrong with files, as sentences for the person who named them. */
export class UnreadableFile extends Error {}

/** Reads the flow and all that the heading of a chat asks for. The paths in a chat begin at its own folder. */
export async function readCast(
  read: ReadText,
  types: Registry,
  { flow, chat, setting }: { readonly flow: string; readonly chat: string; readonly setting: Setting },
): Promise<Cast> {
  const beside = (path: string) => join(dirname(chat), path);
  return {
    types,
    flow: await readFlow(read, types, { path: flow, order: 0 }),
    others: await Promise.all(
      setting.with.map((path, i) => readFlow(read, types, { path: beside(path), order: i + 1 })),
    ),
    calendars: await Promise.all(setting.calendarFiles.map((path) => readHours(read, beside(path)))),
  };
}

/** A flow is called by its file's name, or its folder's when the file is a mere `flow.json`. */
export const flowIdOf = (path: string): string =>
  basename(path) === 'flow.json' ? basename(dirname(path)) : basename(path, '.json');

async function readFlow(
  read: ReadText,
  types: Registry,
  { path, order }: { readonly path: string; readonly order: number },
): Promise<FlowVersion> {
  const { file, problems } = readFlowFile(await read(path), types);
  const damage = problems.filter(isError);
  if (!file || damage.length > 0)
    throw new UnreadableFile(damage.map(({ message }) => `${path}: ${message}`).join('\n'));
  return { flow: flowIdOf(path), version: 1, name: file.name, order, publishedAt: 0, ...draftOf(file) };
}

async function readHours(read: ReadText, path: string): Promise<Calendar> {
  const calendar = readCalendar(await read(path));
  if (typeof calendar === 'string') throw new UnreadableFile(`${path}: ${calendar}`);
  return calendar;
}
