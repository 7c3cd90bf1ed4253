import fc from 'fast-check';
import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Edge, FlowVersion, GraphNode } from '../../nodes/contract/flow.ts';
import type { AnyNodeType } from '../../nodes/contract/node-type.ts';
import { currentVersion } from '../../nodes/contract/registry.ts';
import { compile, triggersOf } from '../../server/engine/compile.ts';
import type { World } from '../../server/engine/world.ts';
import { damaged, FLOWS, valid } from './random-params.ts';
import { NOON, NUMBER, types, worldWith } from './world.ts';

const calendars: readonly Calendar[] = [
  {
    id: 'office',
    name: 'Office',
    timeZone: 'Asia/Bangkok',
    weekly: { mon: [['09:00', '17:00']], tue: [['22:00', '02:00']] },
  },
  { id: 'never', name: 'Never', timeZone: 'UTC', weekly: {} },
  { id: 'always', name: 'Always', timeZone: 'UTC', weekly: { mon: [['00:00', '24:00']] } },
];

const triggers = [...types].filter(([, type]) => type.trigger);
const others = [...types].filter(([, type]) => !type.trigger);

const nodeOf = (kinds: typeof triggers, broken: boolean): fc.Arbitrary<Omit<GraphNode, 'id'>> =>
  fc
    .constantFrom(...kinds)
    .chain(([type, known]) =>
      paramsOf(known, broken).map((params) => ({ type, v: currentVersion(known), params })),
    );

const paramsOf = (type: AnyNodeType, broken: boolean) => {
  const params = valid(type.params) as fc.Arbitrary<GraphNode['params']>;
  return broken
    ? fc.oneof({ weight: 2, arbitrary: params }, { weight: 1, arbitrary: damaged(params) })
    : params;
};

/** What a port is called does not matter here: each node's ports are drawn, or not, as the dice fall. */
const wires = fc.array(fc.nat(40), { minLength: 60, maxLength: 60 });

const flow = (id: string, version: number, broken: boolean): fc.Arbitrary<FlowVersion> =>
  fc
    .record({
      starts: fc.array(nodeOf(triggers, false), { minLength: 1, maxLength: 2 }),
      rest: fc.array(nodeOf(others, broken), { minLength: 2, maxLength: 7 }),
      wires,
      onFailure: fc.constantFrom(undefined, { flow: 'a' }, { flow: 'b', team: 'sales' }, { team: 'sales' }),
    })
    .map(({ starts, rest, wires, onFailure }) => {
      const nodes = [...starts, ...rest].map((node, i): GraphNode => ({ ...node, id: `${id}${i}` }));
      const graph = { nodes, edges: edgesOf(nodes, starts.length, wires), ...(onFailure && { onFailure }) };
      return { flow: id, version, name: id, order: version, publishedAt: NOON, graph, layout: {} };
    });

/** Three in four ports are drawn, to any node but a trigger. */
function edgesOf(nodes: readonly GraphNode[], first: number, wires: readonly number[]): readonly Edge[] {
  const ports = nodes.flatMap(({ id, type, params }) =>
    portsOf(type, params).map((port) => ({ from: id, port })),
  );
  return ports.flatMap((port, i) => {
    const wire = wires[i % wires.length] ?? 0;
    const to = nodes[first + (wire % (nodes.length - first))];
    return wire % 4 === 3 || !to ? [] : [{ ...port, to: to.id }];
  });
}

function portsOf(type: string, params: GraphNode['params']): readonly string[] {
  try {
    return (
      types
        .get(type)
        ?.ports(params)
        .map(({ id }) => id) ?? []
    );
  } catch {
    return [];
  }
}

const compiles = (version: FlowVersion): boolean => {
  try {
    return triggersOf(compile(types, version)).length > 0;
  } catch {
    return false; // publishing refuses it
  }
};

export interface Worlds {
  /** Before and after another version of flow `a` is published. */
  readonly before: World;
  readonly after: World;
}

/** Two flows of real node types in random order, published once more halfway. */
export const worlds = (broken: boolean): fc.Arbitrary<Worlds> =>
  fc
    .tuple(
      flow('a', 1, broken),
      flow('a', 2, broken),
      flow('b', 1, broken),
      fc.constantFrom(...FLOWS),
      fc.boolean(),
    )
    .filter(([...versions]) => versions.slice(0, 3).every((version) => compiles(version as FlowVersion)))
    .map(([a1, a2, b, fallback, kept]) => {
      const plan = { calendars, numbers: [{ id: NUMBER, fallback }], timeZone: 'Asia/Bangkok' };
      return {
        before: worldWith([a1, b], plan),
        after: worldWith([a2, b], { ...plan, older: kept ? [a1] : [] }),
      };
    });
