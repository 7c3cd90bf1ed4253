export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** An edge that needs a way: where it leaves a box and where it enters one. */
export interface Course {
  readonly id: string;
  readonly target: string;
  readonly from: Point;
  readonly to: Point;
}

/** A way around boxes: out to the right, along a free lane, and in from the left. */
export interface Detour {
  readonly out: number;
  readonly lane: number;
  readonly into: number;
}

/** A straight piece of a way, so that the next one keeps off it: at `at`, from `begin` to `end`. */
interface Piece {
  readonly isLane: boolean;
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly target: string;
}

const OUT = 18;
const INTO = 24;
const APART = 7;
const CLEAR = 14;
const LANES_PER_BOX = 4;
const SAMPLES = 24;

/** Ways for the edges whose plain curve would cross a box or run backwards; the others need none. */
export function detours(courses: readonly Course[], boxes: readonly Rect[]): ReadonlyMap<string, Detour> {
  const taken: Piece[] = [];
  const found = new Map<string, Detour>();
  for (const course of courses) {
    if (isPlain(course, boxes)) continue;
    const detour = detourOf(course, boxes, taken);
    if (!detour) continue;
    found.set(course.id, detour);
    taken.push(...piecesOf(course, detour));
  }
  return found;
}

/** The corners of a way, from end to end. */
export const corners = (from: Point, to: Point, { out, lane, into }: Detour): readonly Point[] => [
  from,
  { x: out, y: from.y },
  { x: out, y: lane },
  { x: into, y: lane },
  { x: into, y: to.y },
  to,
];

/** How far the handles of a plain curve reach. */
export const reach = (from: Point, to: Point): number => Math.max((to.x - from.x) / 2, 0);

function isPlain({ from, to }: Course, boxes: readonly Rect[]): boolean {
  if (to.x - from.x < OUT) return false;
  const near = boxes.filter(({ x, width }) => x < to.x && x + width > from.x);
  for (let n = 1; n < SAMPLES; n++) {
    const point = onCurve(from, to, n / SAMPLES);
    if (near.some((box) => isInside(point, box))) return false;
  }
  return true;
}

/** A point of the curve that React Flow draws from left to right. */
function onCurve(from: Point, to: Point, t: number): Point {
  const bend = reach(from, to);
  const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
  return {
    x: a * from.x + b * (from.x + bend) + c * (to.x - bend) + d * to.x,
    y: (a + b) * from.y + (c + d) * to.y,
  };
}

const isInside = ({ x, y }: Point, box: Rect): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

function detourOf(course: Course, boxes: readonly Rect[], taken: readonly Piece[]): Detour | undefined {
  const { from, to, target } = course;
  const [left, right] = [Math.min(from.x, to.x - INTO), Math.max(from.x + OUT, to.x)];
  const near = boxes.filter(({ x, width }) => x - CLEAR < right && x + width + CLEAR > left);
  const cost = (y: number) => Math.abs(y - from.y) + Math.abs(y - to.y);
  const lanes = [from.y, to.y, ...near.flatMap(beside)].sort((a, b) => cost(a) - cost(b));
  for (const lane of lanes) {
    const out = free(from.x + OUT, APART, { begin: from.y, end: lane, target }, taken);
    const into = free(to.x - INTO, -APART, { begin: lane, end: to.y, target }, taken);
    const pieces = piecesOf(course, { out, lane, into });
    if (pieces.every((piece) => !near.some((box) => meets(piece, box)) && !isTaken(piece, taken)))
      return { out, lane, into };
  }
  return undefined;
}

/** The lanes above and below a box. */
const beside = ({ y, height }: Rect): readonly number[] =>
  Array.from({ length: LANES_PER_BOX }, (_, n) => CLEAR + n * APART).flatMap((gap) => [
    y - gap,
    y + height + gap,
  ]);

/** The first place, going outwards, where nobody runs up or down. */
function free(
  first: number,
  step: number,
  { begin, end, target }: Pick<Piece, 'begin' | 'end' | 'target'>,
  taken: readonly Piece[],
): number {
  const places = Array.from({ length: 5 }, (_, n) => first + n * step);
  return places.find((at) => !isTaken({ isLane: false, at, begin, end, target }, taken)) ?? first;
}

const piecesOf = ({ from, to, target }: Course, { out, lane, into }: Detour): readonly Piece[] => [
  { isLane: false, at: out, begin: from.y, end: lane, target },
  { isLane: true, at: lane, begin: out, end: into, target },
  { isLane: false, at: into, begin: lane, end: to.y, target },
];

/** Ways to the same box may run together. */
const isTaken = (piece: Piece, taken: readonly Piece[]): boolean =>
  taken.some(
    (other) =>
      other.isLane === piece.isLane &&
      other.target !== piece.target &&
      Math.abs(other.at - piece.at) < APART &&
      overlap(other, piece),
  );

const overlap = (a: Piece, b: Piece): boolean =>
  Math.min(a.begin, a.end) < Math.max(b.begin, b.end) && Math.min(b.begin, b.end) < Math.max(a.begin, a.end);

const AROUND = 5;

function meets({ isLane, at, begin, end }: Piece, { x, y, width, height }: Rect): boolean {
  const [across, acrossSize] = isLane ? [y, height] : [x, width];
  const [along, alongSize] = isLane ? [x, width] : [y, height];
  if (at <= across - AROUND || at >= across + acrossSize + AROUND) return false;
  return Math.min(begin, end) < along + alongSize + AROUND && Math.max(begin, end) > along - AROUND;
}
