import type { FlowDocument } from './document.ts';
import { documentFrom, type Fact, type Facts, factsOf, keyOf, type Path } from './facts.ts';
import { isSame } from './same.ts';

/** Something that two people did differently to the same thing, so that only a person can say which holds. */
export interface Conflict {
  readonly key: string;
  readonly path: Path;
  /** - `changed`: both changed it · `gone`: one deleted what the other still worked on */
  readonly kind: 'changed' | 'gone';
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Side = 'mine' | 'theirs';

export interface Merged {
  readonly document: FlowDocument;
  /** What had to be decided, whatever was chosen. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Mixes what two people made of the same document. What only one of them changed is taken over; where both changed the
 * same, `choose` says whose holds.
 */
export function merge(
  base: FlowDocument,
  mine: FlowDocument,
  theirs: FlowDocument,
  choose: (conflict: Conflict) => Side = () => 'mine',
): Merged {
  if (mine === base) return { document: theirs, conflicts: [] };
  const before = factsOf(base);
  const conflicts: Conflict[] = [];
  const decide = (conflict: Conflict): Side => {
    conflicts.push(conflict);
    return choose(conflict);
  };
  const sides = { mine: new Map(factsOf(mine)), theirs: new Map(factsOf(theirs)) };
  settleDeletions(before, sides, decide);
  const mixed = new Map<string, Fact>();
  for (const key of new Set([...sides.mine.keys(), ...sides.theirs.keys()])) {
    const fact = mixedFact(key, before, sides, decide);
    if (fact) mixed.set(key, fact);
  }
  return { document: documentFrom(withoutOrphans(mixed)), conflicts };
}

interface Sides {
  readonly mine: Map<string, Fact>;
  readonly theirs: Map<string, Fact>;
}

type Decide = (conflict: Conflict) => Side;

function mixedFact(key: string, before: Facts, { mine, theirs }: Sides, decide: Decide): Fact | undefined {
  const [was, left, right] = [before.get(key), mine.get(key), theirs.get(key)];
  if (isSame(left?.value, right?.value)) return left;
  if (isSame(was?.value, left?.value)) return right;
  if (isSame(was?.value, right?.value)) return left;
  const path = left?.path ?? right?.path;
  if (!path) return undefined;
  const side = decide({ key, path, kind: 'changed', mine: left?.value, theirs: right?.value });
  return side === 'mine' ? left : right;
}

/** What one side deleted while the other worked on it: it goes on both sides, or comes back on both. */
function settleDeletions(before: Facts, sides: Sides, decide: Decide): void {
  for (const { path } of before.values()) {
    const deleter = THINGS.has(path[0]) ? deleterOf(path, sides) : undefined;
    if (deleter) settleDeletion(path, deleter, before, sides, decide);
  }
}

function settleDeletion(path: Path, deleter: Side, before: Facts, sides: Sides, decide: Decide): void {
  const worker = deleter === 'mine' ? 'theirs' : 'mine';
  const work = workOn(path, before, sides[worker]);
  const [mine, theirs] = worker === 'mine' ? [path[1], undefined] : [undefined, path[1]];
  const isGone =
    work.length === 0 || decide({ key: keyOf(path), path, kind: 'gone', mine, theirs }) === deleter;
  if (!isGone) return bringBack(path, before, sides[deleter]);
  undo({ path: ['place', path[1] ?? ''], value: undefined }, before, sides[worker]);
  for (const fact of work) undo(fact, before, sides[worker]);
}

/** The one side that deleted a thing. */
function deleterOf(thing: Path, { mine, theirs }: Sides): Side | undefined {
  const key = keyOf(thing);
  if (mine.has(key) === theirs.has(key)) return undefined;
  return mine.has(key) ? 'theirs' : 'mine';
}

/** A thing comes back whole, but nothing that was put elsewhere meanwhile is taken back. */
function bringBack(thing: Path, before: Facts, side: Map<string, Fact>): void {
  for (const [key, fact] of before) if (hangsOn(fact, thing) && !side.has(key)) side.set(key, fact);
}

const THINGS: ReadonlySet<string> = new Set(['node', 'note', 'group']);

/** What somebody did to a thing since; where it is drawn is no work. */
const workOn = (thing: Path, before: Facts, side: Facts): readonly Fact[] =>
  [...side.values()].filter(
    (fact) =>
      fact.path[0] !== 'place' &&
      hangsOn(fact, thing) &&
      !isSame(before.get(keyOf(fact.path))?.value, fact.value),
  );

function undo({ path }: Fact, before: Facts, side: Map<string, Fact>): void {
  const key = keyOf(path);
  const was = before.get(key);
  if (was) side.set(key, was);
  else side.delete(key);
}

const OF_NODES: ReadonlySet<string> = new Set(['node', 'title', 'param', 'place', 'sample', 'member']);
const OF_NOTES: ReadonlySet<string> = new Set(['note', 'look']);
const OF_GROUPS: ReadonlySet<string> = new Set(['group', 'frame']);

/** Whether a fact means nothing without a thing. */
function hangsOn({ path: [kind, id], value }: Fact, [thing, name]: Path): boolean {
  switch (thing) {
    case 'node':
      return kind === 'edge'
        ? id === name || (value as readonly unknown[]).includes(name)
        : OF_NODES.has(kind) && id === name;
    case 'note':
      return OF_NOTES.has(kind) && id === name;
    default:
      return kind === 'member' ? value === name : OF_GROUPS.has(kind) && id === name;
  }
}

/** An edge to a node that both agreed to delete goes with it; one that led nowhere before stays for its author to mend. */
function withoutOrphans(facts: Map<string, Fact>): Facts {
  const isThere = (id: string | undefined) => facts.has(keyOf(['node', id ?? '']));
  for (const [key, { path }] of facts)
    if ((path[0] === 'place' || path[0] === 'member' || path[0] === 'sample') && !isThere(path[1]))
      facts.delete(key);
  return facts;
}
