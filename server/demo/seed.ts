import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../nodes/contract/registry.ts';
import { readFlowFile } from '../engine/flow-file/read-flow-file.ts';
import { DEFAULT_SETTINGS } from '../runtime/workspace.ts';
import type { ConnectionRecord, Sealed, Store } from '../store/store.ts';
import { type DemoConnection, demoWorkspace } from './workspace.ts';

/** What the demo needs to know of the house it is set up in. */
export interface Ground {
  readonly store: Store;
  readonly types: Registry;
  seal(secret: string): Sealed;
  /** Epoch ms. */
  readonly now: number;
  /** Our own address, for the demo CRM. */
  readonly ownUrl: string;
  readonly examples: string;
}

/** Whether nothing has been set up yet, or only a part of the demo, by a first start that was cut off. */
export async function isEmpty({ numbers, flows }: Store): Promise<boolean> {
  const [some, drawn] = await Promise.all([numbers.all(), flows.list()]);
  const ofTheDemo = new Set(demoWorkspace.flows.map(({ id }) => id));
  return some.length === 0 && drawn.every(({ id }) => ofTheDemo.has(id));
}

/** Sets up the demo workspace: example flows, published, on a number of the virtual WhatsApp, with a small CRM. */
export async function seed(ground: Ground): Promise<void> {
  const { store, seal, ownUrl } = ground;
  const { calendars, teams, flows, number, timeZone } = demoWorkspace;
  for (const calendar of calendars) await store.calendars.put(calendar);
  for (const team of teams) await store.teams.put(team);
  for (const [order, { id }] of flows.entries()) await publishExample(ground, id, order);
  await store.workspace.write({ ...DEFAULT_SETTINGS, timeZone });
  await store.numbers.put({
    ...number,
    account: 'demo',
    token: seal(randomBytes(24).toString('base64url')),
    appSecret: seal(randomBytes(24).toString('base64url')),
    perSecond: 80,
    virtual: true,
    readReceipts: true,
    hints: flows.map(({ hint }) => hint),
  });
  for (const connection of demoWorkspace.connections)
    await store.connections.put(connectionTo(connection, ownUrl));
  await store.workspace.touch();
}

const connectionTo = ({ id, name, path }: DemoConnection, ownUrl: string): ConnectionRecord => ({
  ...{ id, name, kind: 'crm', baseUrl: `${ownUrl}${path}` },
  ...{ headers: {}, allowPrivate: true },
});

/** The demo CRM is ourselves, and our address may change from start to start. */
export async function moveCrm({ store, ownUrl }: Pick<Ground, 'store' | 'ownUrl'>): Promise<void> {
  for (const { id, path } of demoWorkspace.connections) {
    const connection = await store.connections.get(id);
    const baseUrl = `${ownUrl}${path}`;
    if (connection && connection.baseUrl !== baseUrl) await store.connections.put({ ...connection, baseUrl });
  }
}

/** The templates of the demo, in the shape that Meta gives them. */
export const demoTemplates = demoWorkspace.templates.map(({ name, language, category, body }) => ({
  name,
  language,
  category,
  components: [{ type: 'BODY', text: body }],
}));

async function publishExample(
  { store, types, now, examples }: Ground,
  id: string,
  order: number,
): Promise<void> {
  const { file } = readFlowFile(await readFile(join(examples, id, 'flow.json'), 'utf8'), types);
  if (!file) throw new Error(`the example flow "${id}" cannot be read`);
  const { name, description, labels = [], nodes, edges, layout, onFailure } = file;
  const draft = { graph: { nodes, edges, ...(onFailure && { onFailure }) }, layout };
  await store.flows.addVersion({
    ...draft,
    flow: id,
    version: 1,
    name,
    order,
    publishedAt: now,
    note: 'Example',
  });
  await store.flows.save({
    id,
    name,
    labels,
    order,
    draft,
    live: 1,
    latest: 1,
    revision: 1,
    updatedAt: now,
    ...(description !== undefined && { description }),
  });
}

/** What the example flows refer to; their connections lead to the demo CRM, if it answers at our own address. */
export const furnitureOf = (ownUrl: string | undefined) => ({
  calendars: demoWorkspace.calendars,
  teams: demoWorkspace.teams,
  connections:
    ownUrl === undefined
      ? []
      : demoWorkspace.connections.map((connection) => connectionTo(connection, ownUrl)),
});
