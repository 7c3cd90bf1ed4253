import type { JournalEntry } from '../../server/api/contract.ts';

/** The latest entries, newest first, and those that wait because somebody is reading. */
export interface Stream {
  readonly shown: readonly JournalEntry[];
  readonly held: readonly JournalEntry[];
  readonly isHeld: boolean;
}

const SHOWN = 100;

export const emptyStream: Stream = { shown: [], held: [], isHeld: false };

/** News comes in: it is shown at once, unless somebody is reading. The same entry twice is one. */
export function arrived({ shown, held, isHeld }: Stream, news: readonly JournalEntry[]): Stream {
  return isHeld
    ? { shown, held: merged(held, news, shown), isHeld }
    : { shown: merged(shown, [...held, ...news]), held: [], isHeld };
}

/** Somebody begins or stops reading. */
export const hold = (stream: Stream, isHeld: boolean): Stream =>
  isHeld ? { ...stream, isHeld } : arrived({ ...stream, isHeld }, []);

function merged(
  known: readonly JournalEntry[],
  news: readonly JournalEntry[],
  except: readonly JournalEntry[] = [],
): readonly JournalEntry[] {
  const passedOver = new Set(except.map(({ id }) => id));
  const byId = new Map([...known, ...news].map((entry) => [entry.id, entry]));
  return [...byId.values()]
    .filter(({ id }) => !passedOver.has(id))
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN);
}
