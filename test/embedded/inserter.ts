import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../server/embedded/start.ts';

// Inserts and updates from many callers and says what was acknowledged, until it is killed.
const [folder = '', round = ''] = process.argv.slice(2);
const { uri } = await startEmbedded({ folder });
const client = await new MongoClient(uri, { maxPoolSize: 16 }).connect();
const things = client.db('x').collection<{ _id: string; n: number; tags: string[] }>('things');
await things.createIndex({ tags: 1, n: 1 });

async function insertForever(caller: number): Promise<void> {
  for (let i = 0; ; i++) {
    const _id = `${round}-${caller}-${i}`;
    await things.insertOne({ _id, n: 0, tags: ['a', `t${i % 7}`] });
    process.stdout.write(`${_id} 0\n`);
    await things.updateOne({ _id }, { $set: { n: 1 }, $pull: { tags: 'a' } });
    process.stdout.write(`${_id} 1\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, caller) => insertForever(caller)));
