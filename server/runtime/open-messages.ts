import type { InboundRecord } from '../store/store.ts';

/** The inbound messages that this process has received and not yet served. */
export interface OpenMessages {
  /** Notes a message from before it is stored. The same message may come in several times at once, each noted. */
  add(record: InboundRecord): void;
  /** It has been served, or turned out to be known. */
  remove(record: InboundRecord): void;
  failed(record: InboundRecord): void;
  /** Those that failed, to be tried again, in the order in which they came. */
  takeFailed(): readonly InboundRecord[];
  /** Everything received before this moment has been served. */
  servedUntil(now: number): number;
  readonly size: number;
}

export function openMessages(): OpenMessages {
  const open = new Set<InboundRecord>();
  let failed: InboundRecord[] = [];
  return {
    add: (record) => void open.add(record),
    remove: (record) => void open.delete(record),
    failed: (record) => void failed.push(record),
    takeFailed: () => {
      const taken = failed;
      failed = [];
      return taken.toSorted((a, b) => a.at - b.at);
    },
    servedUntil: (now) => {
      let until = now;
      for (const { at } of open) until = Math.min(until, at);
      return until;
    },
    get size() {
      return open.size;
    },
  };
}
