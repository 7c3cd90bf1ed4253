import { Binary, type Db } from 'mongodb';
import type { MediaInfo } from '../model.ts';
import type { SimulatorStore } from './store.ts';

/** Far below the 16 MB of a BSON document. */
const PART_BYTES = 512 * 1024;

type KeptInfo = Omit<MediaInfo, 'id'> & { readonly _id: string };

interface Part {
  readonly _id: string;
  readonly bytes: Binary;
}

/** The store's shelf of files, cut into parts. */
export type MediaShelf = Pick<SimulatorStore, 'saveMedia' | 'media' | 'mediaBytes' | 'removeMedia'> & {
  readonly pruneMedia: (before: number) => Promise<void>;
};

/** Files in MongoDB: parts first, so that a file that is known is whole. */
export function mongoMedia(db: Db): MediaShelf {
  const infos = db.collection<KeptInfo>('simulator_media');
  const parts = db.collection<Part>('simulator_media_parts');
  const media = async (id: string) => {
    const found = await infos.findOne({ _id: id });
    if (!found) return undefined;
    const { _id, ...info } = found;
    return { ...info, id: _id };
  };
  const removeMedia = async (id: string) => {
    const info = await media(id);
    await infos.deleteOne({ _id: id });
    if (info) await parts.deleteMany({ _id: { $in: partIds(info) } });
  };
  return {
    media,
    removeMedia,
    saveMedia: async ({ id, ...info }, bytes) => {
      for (const [index, _id] of partIds({ id, size: bytes.length }).entries()) {
        const part = new Binary(bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES));
        await parts.replaceOne({ _id }, { bytes: part }, { upsert: true });
      }
      await infos.replaceOne({ _id: id }, info, { upsert: true });
    },
    mediaBytes: async (id) => {
      const info = await media(id);
      if (!info) return undefined;
      const found: Buffer[] = [];
      for (const _id of partIds(info)) {
        const part = await parts.findOne({ _id });
        if (!part) return undefined;
        found.push(Buffer.from(part.bytes.buffer));
      }
      return Buffer.concat(found);
    },
    pruneMedia: async (before) => {
      const old = await infos.find({ createdAt: { $lt: before } }, { projection: { _id: 1 } }).toArray();
      for (const { _id } of old) await removeMedia(_id);
    },
  };
}

function partIds({ id, size }: Pick<MediaInfo, 'id' | 'size'>): string[] {
  const count = Math.max(1, Math.ceil(size / PART_BYTES));
  return Array.from({ length: count }, (_, index) => `${id}/${index}`);
}
