import type { Db } from 'mongodb';
import type { FlowRef, FlowVersion } from '../../../nodes/contract/flow.ts';
import type { FlowRecord, Flows } from '../store.ts';
import { isDuplicate } from './documents.ts';
import { asUnstorable } from './unstorable.ts';

type FlowDocument = Omit<FlowRecord, 'id'> & { readonly _id: string };
type VersionDocument = FlowVersion & { readonly _id: string };

export function mongoFlows(db: Db): Flows {
  const flows = db.collection<FlowDocument>('flows');
  const versions = db.collection<VersionDocument>('versions');
  const versionId = (flow: string, version: number): string => `${flow}@${version}`;
  const list = async (): Promise<readonly FlowRecord[]> =>
    (await flows.find().sort({ _id: 1 }).toArray()).map(flowOf);
  const several = async (refs: readonly FlowRef[]): Promise<readonly FlowVersion[]> => {
    const ids = refs.map(({ id, version }) => versionId(id, version));
    return (await versions.find({ _id: { $in: ids } }).toArray()).map(versionOf);
  };

  return {
    get: async (id) => {
      const found = await flows.findOne({ _id: id });
      return found ? flowOf(found) : undefined;
    },
    list,
    save: async ({ id, ...flow }) => {
      if (flow.revision === 1)
        return flows
          .insertOne({ _id: id, ...flow })
          .then(() => true, falseIfDuplicate)
          .catch(asUnstorable);
      const result = await flows
        .replaceOne({ _id: id, revision: flow.revision - 1 }, flow)
        .catch(asUnstorable);
      return result.matchedCount === 1;
    },
    moving: async () => (await flows.find({ 'moving.at': { $gt: 0 } }).toArray()).map(flowOf),
    moved: async (id, to) => {
      // Its revision stays: nobody who edits the flow need hear of it.
      await flows.updateOne({ _id: id, 'moving.to': to }, { $unset: { moving: true } });
    },
    remove: async (id) => (await flows.deleteOne({ _id: id })).deletedCount === 1,
    arrange: async (ids) => {
      if (ids.length === 0) return;
      await flows.bulkWrite(
        ids.map((id, order) => ({ updateOne: { filter: { _id: id }, update: { $set: { order } } } })),
      );
    },
    addVersion: (version) =>
      versions
        .insertOne({ _id: versionId(version.flow, version.version), ...version })
        .then(() => true, falseIfDuplicate),
    version: async ({ id, version }) => {
      const found = await versions.findOne({ _id: versionId(id, version) });
      return found ? versionOf(found) : undefined;
    },
    versions: several,
    live: async () => {
      const all = await list();
      const orders = new Map(all.map(({ id, order }) => [id, order]));
      const published = all.flatMap(({ id, live }) => (live === undefined ? [] : [{ id, version: live }]));
      const versions = await several(published);
      return versions.map((version) => ({ ...version, order: orders.get(version.flow) ?? version.order }));
    },
  };
}

const flowOf = ({ _id, ...flow }: FlowDocument): FlowRecord => ({ id: _id, ...flow });
const versionOf = ({ _id, ...version }: VersionDocument): FlowVersion => version;

function falseIfDuplicate(error: unknown): false {
  if (isDuplicate(error)) return false;
  throw error;
}
