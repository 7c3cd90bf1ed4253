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

/** What examples have no chat for: people who interrupt, stop, tap late, and answers that come too late. */
const hard: readonly (readonly [flow: string, what: string, chat: string])[] = [
  [
    'order-status',
    'stops while a CRM is asked',
    '< order 4711\n< stop\n~ record {"status": "sent"}\n< order 4711\n< start\n',
  ],
  [
    'order-status',
    'writes a lot while a CRM is asked',
    '< order 4711\n< a\n< b\n< <image "c">\n< stop it\n~ no record\n~ 3d\n',
  ],
  [
    'order-status',
    'odd answers',
    '< order 4711\n~ record {"$where": 1, "a.b": [1, null], "status": {"deep": []}}\n~ 2d\n',
  ],
  [
    'price-list',
    'agent has it while time is up',
    '< price\n~ agent Mali takes it\n~ 5h\n< thanks\n~ agent resolves: done\n~ 3d\n',
  ],
  [
    'price-list',
    'taps late, and twice',
    '< price\n~ 3d\n< [Talk to Sales]\n< [No, thanks]\n~ nobody is there\n~ 1d\n',
  ],
  [
    'price-list',
    'asks again in the middle',
    '< price\n< price\n< <reaction 👍>\n< <edit "prices">\n< <revoke>\n< <location 1,2>\n~ 3d\n',
  ],
  ['price-list', 'nobody answers what nobody understands', '< xyzzy\n< <voice>\n< <unsupported poll>\n'],
  [
    'support-triage',
    'a flow is started for somebody',
    '~ flow support-triage starts {"x": 1}\n< hello\n~ 4d\n',
  ],
  [
    'appointment',
    'service fails in each way',
    '< appointment\n< tomorrow\n< 1\n~ 500 "no"\n~ timeout\n~ failed\n~ 5d\n',
  ],
];
const HEADING = 'contact {"name": "Ana"}\nat 2026-03-02 10:00 Asia/Bangkok\ncalendar ../office.json\n\n';

describe.each(flows)('%s goes in production as it is rehearsed', (flow) => {
  const chats = readdirSync(join(ROOT, flow)).filter((file) => file.endsWith('.chat'));
  test.each(chats)('%s', async (file) => {
    const written = await read(join(ROOT, flow, file));
    // What the chat says stands in the file, so the rehearsal must come out the same to the letter.
    expect((await playBothWays(flow, written)).chat).toBe(written);
  });
});

test.each(hard)('%s: %s', async (flow, _what, lines) => {
  await playBothWays(flow, HEADING + lines);
});

/** Plays a chat by itself, in production, and as the editor does; all three journals must be the same. */
async function playBothWays(flow: string, written: string): Promise<Rehearsal> {
  const path = join(ROOT, flow, 'any.chat');
  const chat = parseChat(written);
  const { setting } = chat;
  const cast = await readCast(read, types, { flow: join(ROOT, flow, 'flow.json'), chat: path, setting });
  const alone = playChat(cast, chat);
  const furniture = {
    live: [cast.flow, ...(cast.others ?? [])],
    calendars: [...(cast.calendars ?? []), ...setting.calendars],
    number: setting.number,
    settings: { ...usualSettings(setting.timeZone), ...setting.settings },
  };
  const really = plain(await playInProduction(database, furniture, chat));
  expect(really).not.toEqual([]);
  expect(really).toEqual(plain(alone.journal));
  const beside = await rehearseBeside(flow, written);
  expect(really).toEqual(plain(journalOf(beside)));
  return beside;
}

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
    const isName = (key === 'id' || key === 'to') && /[/@.]|^(in|e)\d/.test(value);
    const isAbout = key === 'effect' || key === 'session' || key === 'replyTo' || key === 'of';
    return (isName || isAbout) && value !== '' ? nameOf(value) : value;
  });
}
