/** Does the work for each item, some of them side by side. One that fails is told of and stops no other. */
export async function sideBySide<T>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<unknown>,
  failed: (item: T, error: unknown) => void,
): Promise<number> {
  const underWay = new Set<Promise<void>>();
  let count = 0;
  for await (const item of items) {
    const done: Promise<void> = work(item)
      .then(
        () => undefined,
        (error: unknown) => failed(item, error),
      )
      .finally(() => underWay.delete(done));
    underWay.add(done);
    count += 1;
    if (underWay.size >= atOnce) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return count;
}

/** Each item the first time it is met: what is worked on may move on in the very order it is looked through in. */
export async function* once(ids: AsyncIterable<string>): AsyncGenerator<string> {
  const met = new Set<string>();
  for await (const id of ids) {
    if (met.has(id)) continue;
    met.add(id);
    yield id;
  }
}
