import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../nodes/contract/registry.ts';
import { readFlowFile } from '../engine/flow-file/read-flow-file.ts';
import type { Sealed, Store } from '../store/store.ts';
import { DEMO } from './workspace.ts';

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

/** Whether nothing has been set up yet: no number and no flow. */
export async function isEmpty({ numbers, flows }: Store): Promise<boolean> {
  const [some, drawn] = await Promise.all([numbers.all(), flows.list()]);
  return some.length === 0 && drawn.length === 0;
}

/** Sets up the demo workspace: example flows, published, on a number of the virtual WhatsApp, with a small CRM. */
export async function seed(ground: Ground): Promise<void> {
  const { store, seal } = ground;
  for (const calendar of DEMO.calendars) await store.calendars.put(calendar);
  for (const team of DEMO.teams) await store.teams.put(team);
  for (const [order, folder] of (await readdir(ground.examples)).sort().entries())
    await publishExample(ground, folder, order);
  await store.workspace.write(DEMO.settings);
  await store.numbers.put({
    ...DEMO.number,
    token: seal(randomBytes(24).toString('base64url')),
    appSecret: seal(randomBytes(24).toString('base64url')),
    virtual: true,
    readReceipts: true,
  });
  await connectCrm(ground);
}

/** The demo CRM is ourselves; our address may change from start to start. */
export async function connectCrm({ store, ownUrl }: Pick<Ground, 'store' | 'ownUrl'>): Promise<void> {
  await store.connections.put({
    id: DEMO.crm.id,
    name: DEMO.crm.name,
    baseUrl: `${ownUrl}${DEMO.crm.path}`,
    headers: {},
    allowPrivate: true,
  });
  await store.workspace.touch();
}

async function publishExample(
  { store, types, now, examples }: Ground,
  id: string,
  order: number,
): Promise<void> {
  const text = await readFile(join(examples, id, 'flow.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const { file } = readFlowFile(text, types);
  if (!file) throw new Error(`the example flow "${id}" cannot be read`);
  const { name, description, nodes, edges, layout, onFailure } = file;
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
    order,
    draft,
    live: 1,
    latest: 1,
    revision: 1,
    updatedAt: now,
    ...(description !== undefined && { description }),
  });
}
