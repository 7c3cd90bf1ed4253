import { Binary, type Db } from 'mongodb';
import type { Media, MediaRecord } from '../media.ts';

/** Far below the 16 MB of a BSON document. */
const PART_BYTES = 512 * 1024;

type Kept = Omit<MediaRecord, 'id'> & { readonly _id: string };

interface Part {
  readonly _id: string;
  readonly bytes: Binary;
}

/** Files in MongoDB, cut into parts: those first, so that a file that is known is whole. */
export function mongoMedia(db: Db): Media {
  const records = db.collection<Kept>('media');
  const parts = db.collection<Part>('media_parts');
  return {
    add: async ({ id, ...record }, bytes) => {
      for (const [index, _id] of partIds(id, bytes.length).entries()) {
        const part = new Binary(bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES));
        await parts.replaceOne({ _id }, { bytes: part }, { upsert: true });
      }
      await records.replaceOne({ _id: id }, record, { upsert: true });
    },
    get: async (id) => {
      const found = await records.findOne({ _id: id });
      if (!found) return undefined;
      const { _id, ...record } = found;
      return { id: _id, ...record };
    },
    async *read(id, size) {
      for (const _id of partIds(id, size)) {
        const part = await parts.findOne({ _id });
        if (!part) throw new Error(`a part of the file ${id} is gone`);
        yield part.bytes.buffer;
      }
    },
  };
}

const partIds = (id: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(1, Math.ceil(size / PART_BYTES)) }, (_, index) => `${id}/${index}`);
