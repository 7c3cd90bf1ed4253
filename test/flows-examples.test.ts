import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoWorkspace } from '../server/demo/workspace.ts';
import { compile, triggersOf } from '../server/engine/compile.ts';
import { lint } from '../server/engine/lint/lint.ts';
import { parseChat } from '../server/rehearsal/parse-chat.ts';
import { type Cast, chatHolds, type Played, playChat } from '../server/rehearsal/play-chat.ts';
import { readCast } from '../server/rehearsal/read-cast.ts';
import { loadNodeTypes } from '../server/runtime/load-node-types.ts';

const ROOT = 'flows-examples';
const flows = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const types = await loadNodeTypes();

const read = (path: string) => readFile(path, 'utf8');
const fileOf = (flow: string) => join(ROOT, flow, 'flow.json');
const castOf = (flow: string, chat: string, text = ''): Promise<Cast> =>
  readCast(read, types, { flow: fileOf(flow), chat, setting: parseChat(text).setting });

describe.each(flows)('%s', (flow) => {
  const chats = readdirSync(join(ROOT, flow)).filter((file) => file.endsWith('.chat'));
  const passed = new Set<string>();

  const play = async (file: string): Promise<{ played: Played; written: string; path: string }> => {
    const path = join(ROOT, flow, file);
    const written = await read(path);
    const played = playChat(await castOf(flow, path, written), written);
    for (const { path } of played.journal)
      for (const { flow: ref, node, port } of path) if (ref.id === flow) passed.add(`${node}.${port}`);
    return { played, written, path };
  };

  test.each(chats)('%s', async (file) => {
    const { played, written, path } = await play(file);
    if (process.env['UPDATE'] === '1') await writeFile(path, played.text);
    else expect(played.text).toBe(written);
    expect(played.problems).toEqual([]);
    expect(chatHolds(played, played.text)).toBe(true);
  });

  test('every way out of every node is gone by some chat', async () => {
    for (const file of chats) await play(file);
    const { graph } = (await castOf(flow, fileOf(flow))).flow;
    const drawn = new Set(graph.edges.map(({ from, port }) => `${from}.${port}`));
    const ways = [...compile(types, (await castOf(flow, fileOf(flow))).flow).nodes.values()].flatMap(
      ({ id, ports }) =>
        // Most nodes speak within the window by construction: only where an author drew that way must it be gone.
        [...ports.values()]
          .map((port) => ({ way: `${id}.${port.id}`, window: port.when === 'window' }))
          .filter(({ way, window }) => !window || drawn.has(way)),
    );
    expect(ways.map(({ way }) => way).filter((way) => !passed.has(way))).toEqual([]);
  });

  test('boxes read from left to right and none covers another', async () => {
    const { graph, layout } = (await castOf(flow, fileOf(flow))).flow;
    const places = graph.nodes.map(({ id }) => ({ id, ...layout[id]! }));
    const close = places.flatMap((a, i) =>
      places.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 300 && Math.abs(a.y - b.y) < 170),
    );
    expect(close).toEqual([]);
  });
});

describe('all of them together', () => {
  let all: Cast[] = [];
  beforeAll(async () => {
    all = await Promise.all(flows.map((flow) => castOf(flow, fileOf(flow))));
  });

  test.each(flows)('%s has nothing the linter minds', (id) => {
    const versions = all.map(({ flow }) => flow);
    const version = versions.find(({ flow }) => flow === id)!;
    const problems = lint(version, {
      types,
      flow: { id, name: version.name, order: version.order },
      triggers: versions.flatMap((flow) => triggersOf(compile(types, flow))),
      known: {
        flow: new Set(flows),
        calendar: new Set(demoWorkspace.calendars.map(({ id }) => id)),
        connection: new Set(demoWorkspace.connections.map(({ id }) => id)),
        team: new Set(demoWorkspace.teams.map(({ id }) => id)),
      },
      templates: new Set(demoWorkspace.templates.map(({ name, language }) => `${name}/${language}`)),
    });
    expect(problems).toEqual([]);
  });
});
