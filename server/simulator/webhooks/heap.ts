/** A queue whose smallest element comes out first. */
export interface Heap<T> {
  readonly size: () => number;
  readonly peek: () => T | undefined;
  readonly push: (item: T) => void;
  readonly pop: () => T | undefined;
  /** Everything, in no order; the heap is empty afterwards. */
  readonly drain: () => readonly T[];
}

/** A binary heap: a message makes several webhooks that are due at different times, thousands a second. */
export function heap<T>(isLess: (a: T, b: T) => boolean): Heap<T> {
  let items: T[] = [];
  const at = (index: number) => items[index] as T;
  const swap = (a: number, b: number) => {
    const kept = at(a);
    items[a] = at(b);
    items[b] = kept;
  };
  const rise = (start: number) => {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!isLess(at(child), at(parent))) return;
      swap(child, parent);
      child = parent;
    }
  };
  const sink = () => {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      if (left >= items.length) return;
      const smaller = left + 1 < items.length && isLess(at(left + 1), at(left)) ? left + 1 : left;
      if (!isLess(at(smaller), at(parent))) return;
      swap(parent, smaller);
      parent = smaller;
    }
  };
  return {
    size: () => items.length,
    peek: () => items[0],
    push: (item) => {
      items.push(item);
      rise(items.length - 1);
    },
    pop: () => {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        sink();
      }
      return first;
    },
    drain: () => {
      const all = items;
      items = [];
      return all;
    },
  };
}
