import type { Leg } from '../plan/plan.ts';
import type { Collection } from './collection.ts';
import type { DataFile } from './file.ts';
import { type Pager, pageIndex } from './pager.ts';
import type { KeyedRow, Row } from './row.ts';

type IndexLeg = Leg & { from: 'index' };

/** One of the intervals that are read side by side. */
interface Stream {
  readonly leg: IndexLeg;
  readonly page: Pager<KeyedRow>;
  rows: readonly KeyedRow[];
  next: number;
  ended: boolean;
}

const PAGE = 16;

/**
 * Reads several intervals of one index as if they were one, in the order of what follows their first fields:
 * `{ owner: { $in: […] } }` by time, newest first, without reading all of it.
 */
export function mergedPager(file: DataFile, collection: Collection, legs: readonly Leg[]): Pager {
  const streams = legs
    .filter((leg): leg is IndexLeg => leg.from === 'index')
    .map((leg): Stream => ({ leg, page: pageIndex(file, collection, leg), rows: [], next: 0, ended: false }));
  return (most) => {
    const rows: Row[] = [];
    while (rows.length < most) {
      const row = nextOf(streams);
      if (!row) break;
      rows.push(row);
    }
    return rows;
  };
}

function nextOf(streams: readonly Stream[]): Row | undefined {
  let first: Stream | undefined;
  for (const stream of streams) {
    if (head(stream) && (!first || isBefore(stream, first))) first = stream;
  }
  return first?.rows[first.next++];
}

function head(stream: Stream): KeyedRow | undefined {
  if (stream.next >= stream.rows.length && !stream.ended) {
    stream.rows = stream.page(PAGE);
    stream.next = 0;
    stream.ended = stream.rows.length === 0;
  }
  return stream.rows[stream.next];
}

function isBefore(a: Stream, b: Stream): boolean {
  const order = Buffer.compare(tail(a), tail(b));
  return a.leg.backward ? order > 0 : order < 0;
}

// What follows the fields whose values differ between the intervals.
const tail = ({ rows, next, leg }: Stream): Uint8Array => (rows[next] as KeyedRow).key.subarray(leg.prefix);
