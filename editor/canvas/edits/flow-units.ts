import type { Point } from '../../desk/edits/add-node.ts';
import type { Places } from './move.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box, or a group that is laid out as one. */
export interface Unit extends Size {
  readonly id: string;
}

export interface Course {
  readonly from: string;
  readonly to: string;
}

const APART = 76;
const BETWEEN = 40;
const GRID = 16;

/**
 * Places for units from left to right. A unit stands right of everything that leads to it, beside the first that does,
 * below what came before it; what a unit leads to stands in the order of `courses`.
 */
export function flowUnits(units: readonly Unit[], courses: readonly Course[]): Places {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const ways = Map.groupBy(
    courses.filter(({ from, to }) => known.has(from) && known.has(to)),
    ({ from }) => from,
  );
  const roots = rootsOf(units, courses);
  const forward = withoutCircles(roots, ways);
  const columns = columnsOf(forward, known);
  const children = treeOf(forward, columns, known);
  const places = new Map<string, Point>();
  const taken: (Point & Size)[] = [];
  /** The first free height for a unit. */
  const free = ({ width }: Unit, x: number, from: number) =>
    taken.reduce(
      (y, other) =>
        other.x < x + width && x < other.x + other.width ? Math.max(y, other.y + other.height + BETWEEN) : y,
      from,
    );
  const place = (id: string, from: number): number => {
    const unit = known.get(id);
    if (!unit) return from;
    const x = columns.get(id) ?? 0;
    const wish = free(unit, x, from);
    let first: number | undefined;
    for (const child of children.get(id) ?? []) {
      const y = place(child, wish);
      first ??= y;
    }
    // Beside the first of what it leads to, so that the main line runs straight.
    const y = free(unit, x, onGrid(Math.max(wish, first ?? wish)));
    places.set(id, { x, y });
    taken.push({ x, y, width: unit.width, height: unit.height });
    return y;
  };
  const led = new Set([...children.values()].flat());
  for (const root of forward.keys()) if (!led.has(root)) place(root, 0);
  return places;
}

const onGrid = (n: number): number => Math.ceil(n / GRID) * GRID;

/** Where flows begin: what nothing leads to. The others follow, for circles that nothing leads into. */
function rootsOf(units: readonly Unit[], courses: readonly Course[]): readonly string[] {
  const entered = new Set(courses.map(({ to }) => to));
  const ids = units.map(({ id }) => id);
  return [...ids.filter((id) => !entered.has(id)), ...ids.filter((id) => entered.has(id))];
}

/** The ways without those that lead back, in the order in which they are come upon. */
function withoutCircles(
  roots: readonly string[],
  ways: ReadonlyMap<string, readonly Course[]>,
): ReadonlyMap<string, readonly string[]> {
  const forward = new Map<string, string[]>();
  const open = new Set<string>();
  for (const root of roots) {
    if (forward.has(root)) continue;
    // Without recursion: a chain may be as long as a flow.
    const path: { readonly id: string; next: number }[] = [enter(root, forward, open)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const way = ways.get(step.id)?.[step.next];
      step.next += 1;
      if (!way) {
        open.delete(step.id);
        path.pop();
      } else if (!open.has(way.to)) {
        forward.get(step.id)?.push(way.to);
        if (!forward.has(way.to)) path.push(enter(way.to, forward, open));
      }
    }
  }
  return forward;
}

function enter(id: string, forward: Map<string, string[]>, open: Set<string>) {
  forward.set(id, []);
  open.add(id);
  return { id, next: 0 };
}

/** How far to the right: beyond everything that leads there. */
function columnsOf(
  forward: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const id of inOrder(forward)) {
    const x = columns.get(id) ?? 0;
    columns.set(id, x);
    const beyond = onGrid(x + (known.get(id)?.width ?? 0) + APART);
    for (const to of forward.get(id) ?? []) columns.set(to, Math.max(columns.get(to) ?? 0, beyond));
  }
  return columns;
}

/** Each after everything that leads to it. */
function inOrder(forward: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const waits = new Map<string, number>();
  for (const list of forward.values()) for (const to of list) waits.set(to, (waits.get(to) ?? 0) + 1);
  const ready = [...forward.keys()].filter((id) => !waits.has(id));
  for (const id of ready)
    for (const to of forward.get(id) ?? []) {
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) ready.push(to);
    }
  return ready;
}

/** Each unit stands with one of those that lead to it: the one that is nearest, and of these the first. */
function treeOf(
  forward: ReadonlyMap<string, readonly string[]>,
  columns: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, readonly string[]> {
  const parent = new Map<string, string>();
  const end = (id: string) => (columns.get(id) ?? 0) + (known.get(id)?.width ?? 0);
  for (const [id, list] of forward)
    for (const to of list) {
      const before = parent.get(to);
      if (before === undefined || end(id) > end(before)) parent.set(to, id);
    }
  return new Map(
    [...forward].map(([id, list]) => [id, [...new Set(list)].filter((to) => parent.get(to) === id)]),
  );
}
