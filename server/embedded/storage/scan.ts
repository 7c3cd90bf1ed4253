import { isStale, type Plan } from '../plan/plan.ts';
import { Refusal } from '../refusal.ts';
import type { Collection } from './collection.ts';
import type { DataFile } from './file.ts';
import { mergedPager } from './merged-pager.ts';
import { type Pager, pagerFor } from './pager.ts';
import type { Row } from './row.ts';

const FIRST_PAGE = 32;
const LARGEST_PAGE = 512;

/**
 * Reads the rows of a plan page by page. No SQLite statement stays open between pages, so writes may happen
 * in between and the write-ahead log can be checkpointed while a cursor rests.
 */
export class Scan {
  readonly #collection: Collection;
  readonly #plan: Plan;
  readonly #pagers: Iterator<Pager>;
  readonly #seen: Set<number> | undefined;
  #pager: Pager | undefined;
  #rows: readonly Row[] = [];
  #next = 0;
  #pageSize: number;

  constructor(file: DataFile, collection: Collection, plan: Plan, expected = FIRST_PAGE) {
    this.#collection = collection;
    this.#plan = plan;
    this.#seen = plan.repeats ? new Set() : undefined;
    this.#pageSize = Math.max(1, Math.min(expected, LARGEST_PAGE));
    this.#pagers = pagersFor(file, collection, plan);
    this.#pager = this.#nextPager();
  }

  /** The next row, or undefined at the end. */
  next(): Row | undefined {
    for (;;) {
      const row = this.#rows[this.#next++];
      if (!row) {
        if (!this.#turnPage()) return undefined;
      } else if (!this.#seen) return row;
      else if (!this.#seen.has(row.rid)) {
        this.#seen.add(row.rid);
        return row;
      }
    }
  }

  #turnPage(): boolean {
    for (; this.#pager; this.#pager = this.#nextPager()) {
      this.#refuseStale();
      this.#rows = this.#pager(this.#pageSize);
      this.#next = 0;
      this.#pageSize = Math.min(this.#pageSize * 2, LARGEST_PAGE);
      if (this.#rows.length > 0) return true;
    }
    return false;
  }

  #nextPager(): Pager | undefined {
    const { done, value } = this.#pagers.next();
    return done ? undefined : value;
  }

  #refuseStale(): void {
    if (!isStale(this.#plan, this.#collection)) return;
    const { namespace } = this.#collection;
    throw new Refusal(175, 'QueryPlanKilled', `${namespace} or an index of it was dropped during the query`);
  }
}

function* pagersFor(file: DataFile, collection: Collection, { legs, merges }: Plan): Generator<Pager> {
  if (merges) yield mergedPager(file, collection, legs);
  else for (const leg of legs) yield pagerFor(file, collection, leg);
}
