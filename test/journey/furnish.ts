import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database.ts';
import { mongoStore } from '../../server/store/mongo/mongo-store.ts';
import { createVault } from '../../server/vault.ts';
import { type Drawing, graphOf, NUMBER } from '../runtime/house.ts';

/** What signs the webhooks of a furnished workspace. */
export const SECRET = 'the secret of the app';
/** What seals its secrets; the server must be started with it. */
export const SECRET_KEY = 'a key for this test alone';

/** Puts a number and published flows into the data folder of a server that does not run yet. */
export async function furnish(folder: string, drawings: { readonly [flow: string]: Drawing }): Promise<void> {
  const database = await openDatabase(readConfig({ DATA_DIR: folder }));
  const store = mongoStore(database.db, 'test');
  const { seal } = createVault(SECRET_KEY);
  await store.numbers.put({
    id: NUMBER,
    account: '1',
    name: 'Test',
    display: '+1 555 000 1111',
    token: seal('token'),
    appSecret: seal(SECRET),
    perSecond: 1_000,
  });
  for (const [id, drawing] of Object.entries(drawings)) {
    const draft = { graph: graphOf(drawing), layout: {} };
    await store.flows.addVersion({ ...draft, flow: id, version: 1, name: id, order: 0, publishedAt: 0 });
    await store.flows.save({ id, name: id, order: 0, draft, live: 1, latest: 1, revision: 1, updatedAt: 0 });
  }
  await database.close();
}
