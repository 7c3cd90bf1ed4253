import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { corners, type Detour, detours, type Point, type Rect } from '../../editor/canvas/detours.ts';
import { toXyflow } from '../../editor/canvas/to-xyflow.ts';
import { rectOf, waysAround } from '../../editor/canvas/ways-around.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import { readFlowFile } from '../../server/engine/flow-file/read-flow-file.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';

const box = (x: number, y: number): Rect => ({ x, y, width: 100, height: 100 });
const course = (id: string, from: Point, to: Point) => ({ id, target: id, from, to });

test('what is clear needs no detour; what would cross a box or runs backwards does', () => {
  const boxes = [box(0, 0), box(200, 0), box(400, 0)];
  const ways = detours(
    [
      course('next', { x: 100, y: 50 }, { x: 200, y: 20 }),
      course('over', { x: 100, y: 80 }, { x: 400, y: 20 }),
      course('back', { x: 500, y: 50 }, { x: 0, y: 20 }),
    ],
    boxes,
  );
  expect([...ways.keys()]).toEqual(['over', 'back']);
  for (const { lane } of ways.values()) expect(lane < 0 || lane > 100).toBe(true);
});

test('two detours keep apart, unless they lead to the same box', () => {
  const boxes = [box(0, 0), box(200, 0), box(400, 0)];
  const over = (id: string, target: string, y: number) => ({
    ...course(id, { x: 100, y }, { x: 400, y: 20 }),
    target,
  });
  const apart = detours([over('a', 'x', 60), over('b', 'y', 80)], boxes);
  expect(apart.get('a')?.lane).not.toBe(apart.get('b')?.lane);
  const together = detours([over('a', 'x', 60), over('b', 'x', 80)], boxes);
  expect(together.get('a')?.into).toBe(together.get('b')?.into);
});

const types = await loadNodeTypes();
const files = (await Array.fromAsync(glob('flows-examples/*/flow.json'))).sort();

test.each(files)('no line of %s crosses a box', async (path) => {
  const { file } = readFlowFile(await readFile(path, 'utf8'), types);
  const ports = Object.fromEntries(
    file!.nodes.map(({ id, type, params }) => [id, types.get(type)!.ports(params) as readonly Port[]]),
  );
  const picture = toXyflow(
    { graph: { nodes: file!.nodes, edges: file!.edges }, layout: file!.layout, ports },
    {
      title: (type) => type,
      isTrigger: (type) => types.get(type)?.trigger !== undefined,
      summary: () => '',
      portLabel: (_, { label }) => label,
      trouble: () => undefined,
    },
  );
  const { nodes, edges } = picture;
  const boxes = nodes.map(rectOf);
  const ways = waysAround(picture);
  const around = [...ways];
  expect(around.filter(([, detour]) => boxes.some((one) => laneMeets(detour, one)))).toEqual([]);
  // A backwards edge that found no way would be drawn straight through.
  const places = new Map(nodes.map(({ id, position }) => [id, position]));
  const backwards = edges.filter(({ source, target }) => places.get(source)!.x >= places.get(target)!.x);
  expect(backwards.filter(({ id }) => !ways.has(id)).map(({ id }) => id)).toEqual([]);
});

function laneMeets(detour: Detour, { x, y, width, height }: Rect): boolean {
  const [, , begin, end] = corners({ x: 0, y: 0 }, { x: 0, y: 0 }, detour);
  const [left, right] = [Math.min(begin!.x, end!.x), Math.max(begin!.x, end!.x)];
  return left < x + width && right > x && detour.lane > y && detour.lane < y + height;
}
