import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseChat } from '../../server/rehearsal/parse-chat.ts';
import { playChat, usualSettings } from '../../server/rehearsal/play-chat.ts';
import { readCast } from '../../server/rehearsal/read-cast.ts';
import type { JournalEntry } from '../../server/rehearsal/stage.ts';
import { prepareDraft, type Rehearsal, rehearseDraft } from '../../server/rehearse.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';
import { openWorkspace } from '../../server/runtime/workspace.ts';
import { createIndexes, indexes } from '../../server/store/mongo/indexes.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import { openDatabase, type TestDatabase } from '../database.ts';
import { playInProduction } from './production.ts';

const ROOT = 'flows-examples';
const flows = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const types = await loadNodeTypes();
const read = (path: string) => readFile(path, 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await createIndexes(database.db, indexes({ messages: 365, journal: 90 }));
});
afterAll(() => database.close());

describe.each(flows)('%s goes in production as it is rehearsed', (flow) => {
  const chats = readdirSync(join(ROOT, flow)).filter((file) => file.endsWith('.chat'));

  test.each(chats)('%s', async (file) => {
    const path = join(ROOT, flow, file);
    const written = await read(path);
    const chat = parseChat(written);
    const { setting } = chat;
    const cast = await readCast(read, types, { flow: join(ROOT, flow, 'flow.json'), chat: path, setting });
    const rehearsed = playChat(cast, chat);
    const settings = { ...usualSettings(setting.timeZone), ...setting.settings };
    const really = await playInProduction(
      database,
      {
        live: [cast.flow, ...(cast.others ?? [])],
        calendars: [...(cast.calendars ?? []), ...setting.calendars],
        number: setting.number,
        settings,
      },
      chat,
    );
    expect(really.length).toBeGreaterThan(0);
    expect(plain(really)).toEqual(plain(rehearsed.journal));

    // And so does the draft in the workspace that production has just run in, as the editor plays it.
    const beside = await rehearseBeside(flow, written);
    expect(beside.chat).toBe(written);
    expect(plain(really)).toEqual(plain(journalOf(beside)));
  });
});

/** Plays the chat on the draft of a flow that is furnished already, in its workspace. */
async function rehearseBeside(flow: string, chat: string): Promise<Rehearsal> {
  const store = mongoStore(database.db, 'rehearser');
  const workspace = await openWorkspace(store, types, ({ sealed }) => sealed);
  const file = JSON.parse(await read(join(ROOT, flow, 'flow.json')));
  const craft = await prepareDraft({ store, workspace, types, clock: () => 0 }, flow, file);
  return rehearseDraft(craft, chat, { samples: true });
}

/** What production would have written down of a rehearsal: a message that queues is told of when it is taken up. */
const journalOf = ({ steps }: Rehearsal): readonly JournalEntry[] =>
  steps
    .flatMap(({ happened }) => happened)
    .filter(({ explanation }) => explanation?.to !== 'queue')
    .filter(({ event, path }) => event.type !== 'timerFired' || path.length > 0)
    .map(({ explanation, ...entry }) => ({
      ...entry,
      ...(explanation && { to: explanation.to, because: explanation.because }),
    }));

/**
 * A journal without the names that events and sessions were given: who they are is
 * told by their order; and without the number of the version, which is the next one for a draft.
 */
function plain(journal: readonly Pick<JournalEntry, keyof JournalEntry>[]): unknown {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? `#${names.size + 1}`;
    names.set(id, known);
    return known;
  };
  const told = journal.map(({ event, to, because, path, effects, ended }) => ({
    event: { ...event, id: '' },
    to,
    because,
    path,
    effects,
    ended,
  }));
  return JSON.parse(JSON.stringify(told), (key, value) => {
    if (key === 'version') return undefined;
    if (typeof value !== 'string') return value;
    const isName = key === 'id' && /[/@.]|^(in|e)\d/.test(value);
    const isAbout = key === 'effect' || key === 'session' || key === 'replyTo' || key === 'of';
    return (isName || isAbout) && value !== '' ? nameOf(value) : value;
  });
}
