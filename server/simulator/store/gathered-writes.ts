import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';

/** Adds one write; kept when it is acknowledged. */
export type Write<T extends Document> = (operation: AnyBulkWriteOperation<T>) => Promise<void>;

/**
 * Sends writes of one collection together: whatever comes while a bulk write is under way leaves with the next.
 * Writes of one document must wait for each other, for a bulk write has no order.
 */
export function gatheredWrites<T extends Document>(collection: Collection<T>): Write<T> {
  let operations: AnyBulkWriteOperation<T>[] = [];
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  const flush = async () => {
    // Its own callers learn that the one before failed.
    await current.catch(() => undefined);
    const bulk = operations;
    operations = [];
    current = next ?? Promise.resolve();
    next = undefined;
    await collection.bulkWrite(bulk, { ordered: false });
  };
  return (operation) => {
    operations.push(operation);
    next ??= flush();
    return next;
  };
}
