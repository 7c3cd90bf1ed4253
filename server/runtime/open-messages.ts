import type { InboundRecord } from '../store/store.ts';

/** The inbound messages that this process has received and not yet served. */
export interface OpenMessages {
  /** Notes a message from before it is stored; one that is noted already stays. */
  add(record: InboundRecord): void;
  /** It has been served, or turned out to be known. */
  remove(record: InboundRecord): void;
  failed(record: InboundRecord): void;
  /** Those that failed, to be tried again. */
  takeFailed(): readonly InboundRecord[];
  /** Everything received before this moment has been served. */
  servedUntil(now: number): number;
  readonly size: number;
}

export function openMessages(): OpenMessages {
  const open = new Map<string, InboundRecord>();
  let failed: InboundRecord[] = [];
  return {
    add: (record) => {
      if (!open.has(record.id)) open.set(record.id, record);
    },
    remove: (record) => {
      if (open.get(record.id) === record) open.delete(record.id);
    },
    failed: (record) => {
      failed.push(record);
    },
    takeFailed: () => {
      const taken = failed;
      failed = [];
      return taken;
    },
    servedUntil: (now) => {
      let until = now;
      for (const { at } of open.values()) until = Math.min(until, at);
      return until;
    },
    get size() {
      return open.size;
    },
  };
}
