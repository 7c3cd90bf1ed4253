import type { Db } from 'mongodb';
import type { FlowTestRecord, FlowTests } from '../store.ts';

type FlowTestDocument = Omit<FlowTestRecord, 'id'> & { readonly _id: string };

export function mongoFlowTests(db: Db): FlowTests {
  const tests = db.collection<FlowTestDocument>('flowTests');
  return {
    get: async (id) => {
      const found = await tests.findOne({ _id: id });
      return found ? testOf(found) : undefined;
    },
    of: async (flow) => (await tests.find({ flow }).sort({ name: 1 }).toArray()).map(testOf),
    put: async ({ id, ...rest }) => {
      await tests.replaceOne({ _id: id }, rest, { upsert: true });
    },
    remove: async (id) => (await tests.deleteOne({ _id: id })).deletedCount === 1,
    removeOf: async (flow) => {
      await tests.deleteMany({ flow });
    },
  };
}

const testOf = ({ _id, ...test }: FlowTestDocument): FlowTestRecord => ({ id: _id, ...test });
