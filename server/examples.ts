import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calendar } from '../nodes/contract/calendar.ts';
import type { Registry } from '../nodes/contract/registry.ts';
import type { FlowFile } from './engine/flow-file/flow-file.ts';
import { readFlowFile } from './engine/flow-file/read-flow-file.ts';
import type { ConnectionRecord, TeamRecord } from './store/store.ts';

/** A flow that comes with Sluice, and the conversations it must have. */
export interface Example {
  readonly id: string;
  readonly file: FlowFile;
  readonly chats: readonly ExampleChat[];
}

/** A conversation as text, which needs no other file. */
export interface ExampleChat {
  /** Such as `open in words`. */
  readonly name: string;
  readonly chat: string;
}

/** What examples refer to: what of it is missing is put there with them. */
export interface Furniture {
  readonly calendars: readonly Calendar[];
  readonly teams: readonly TeamRecord[];
  readonly connections: readonly ConnectionRecord[];
}

/** Where examples come from and where what belongs to them goes. */
export interface ExampleSource {
  readonly furniture: Furniture;
  /** Is given the conversations that a new draft of an example must have, to be kept as its tests. */
  onImported(flow: string, chats: readonly ExampleChat[]): Promise<void>;
}

export interface Examples extends ExampleSource {
  /** All of them, by their ids. They are read when first asked for. */
  all(): Promise<readonly Example[]>;
}

/** The examples of a folder: one folder each, with `flow.json` and chats. What cannot be read is left out. */
export function createExamples(folder: string, types: Registry, source: ExampleSource): Examples {
  let read: Promise<readonly Example[]> | undefined;
  const readAll = async (): Promise<readonly Example[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const ids = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
    return (await Promise.all(ids.map((id) => readExample(folder, id, types)))).flat();
  };
  return {
    ...source,
    all: () => {
      read ??= readAll();
      return read;
    },
  };
}

async function readExample(folder: string, id: string, types: Registry): Promise<readonly Example[]> {
  const home = join(folder, id);
  const text = await readFile(join(home, 'flow.json'), 'utf8').catch(() => '');
  const { file } = readFlowFile(text, types);
  if (!file) return [];
  const names = (await readdir(home)).filter((name) => name.endsWith('.chat')).sort();
  const chats = await Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -'.chat'.length).replaceAll('-', ' '),
      chat: withNumber(await withCalendars(await readFile(join(home, name), 'utf8'), home), id),
    })),
  );
  return [{ id, file, chats }];
}

const CALENDAR_FILE = /^calendar (?!\{)(.+)$/m;

/** A chat with its calendars written out on their lines, so that it needs no files beside it. */
async function withCalendars(chat: string, home: string): Promise<string> {
  const [, path] = CALENDAR_FILE.exec(chat) ?? [];
  if (path === undefined) return chat;
  const calendar: unknown = JSON.parse(await readFile(join(home, path.trim()), 'utf8'));
  return withCalendars(
    chat.replace(CALENDAR_FILE, () => `calendar ${JSON.stringify(calendar)}`),
    home,
  );
}

const OTHERS = /^with (?:.*\/)?([^/\s]+)\/flow\.json$/gm;
const NUMBER = /^number (\{.*\})$/m;

/** A chat that names the flows it is about, so that it goes the same way where others answer too. */
function withNumber(chat: string, flow: string): string {
  const [line, plan = '{}'] = NUMBER.exec(chat) ?? [];
  const flows = [flow, ...Array.from(chat.matchAll(OTHERS), ([, other = '']) => other)];
  const named = `number ${JSON.stringify({ flows, ...(JSON.parse(plan) as object) })}`;
  return line === undefined ? chat.replace(/^\n|\n\n/, `\n${named}\n\n`) : chat.replace(line, named);
}
