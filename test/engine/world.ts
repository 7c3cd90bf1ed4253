import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Edge, FlowVersion, Graph, GraphNode } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { currentVersion, type Registry } from '../../nodes/contract/registry.ts';
import { compile } from '../../server/engine/compile.ts';
import { compileWorld, type NumberPlan } from '../../server/engine/compile-world.ts';
import type { World } from '../../server/engine/world.ts';
import { loadNodeTypes } from '../../server/runtime/load-node-types.ts';

export const types: Registry = await loadNodeTypes();

/** A Monday at noon, UTC. */
export const NOON = Date.UTC(2026, 2, 2, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NUMBER = 'n1';

/** A flow as a test writes it: nodes by id, arrows as `from.port to`. */
export interface Drawing {
  readonly nodes: { readonly [id: string]: readonly [type: string, params?: JsonObject] };
  readonly edges?: readonly string[];
  readonly onFailure?: Graph['onFailure'];
  readonly order?: number;
  readonly name?: string;
}

export interface Plan {
  readonly numbers?: readonly NumberPlan[];
  readonly calendars?: readonly Calendar[];
  /** Versions that are live no more. */
  readonly older?: readonly FlowVersion[];
  readonly timeZone?: string;
}

export function graphOf({ nodes, edges = [], onFailure }: Drawing, known: Registry = types): Graph {
  return {
    nodes: Object.entries(nodes).map(([id, [type, params = {}]]): GraphNode => {
      const nodeType = known.get(type);
      if (!nodeType) throw new Error(`no node type ${type}`);
      return { id, type, v: currentVersion(nodeType), params };
    }),
    edges: edges.map((line): Edge => {
      const [, from = '', port = '', to = ''] = /^(\S+)\.(\S+) (\S+)$/.exec(line) ?? [];
      return { from, port, to };
    }),
    ...(onFailure && { onFailure }),
  };
}

export const versionOf = (flow: string, drawing: Drawing, version = 1): FlowVersion => ({
  ...{ flow, version, name: drawing.name ?? flow, order: drawing.order ?? 0, publishedAt: NOON },
  ...{ graph: graphOf(drawing), layout: {} },
});

export const settings = (timeZone = 'UTC') => ({
  timeZone,
  optOut: { stop: ['stop', 'unsubscribe'], start: ['start'], stopped: 'Bye.', started: 'Welcome back.' },
});

/** A world of live flows by id. */
export const worldOf = (flows: { readonly [id: string]: Drawing }, plan: Plan = {}): World =>
  worldWith(
    Object.entries(flows).map(([id, drawing]) => versionOf(id, drawing)),
    plan,
  );

export function worldWith(live: readonly FlowVersion[], plan: Plan = {}): World {
  const { numbers = [], calendars = [], older = [], timeZone } = plan;
  return compileWorld({
    types,
    live,
    older: (flow, version) => {
      const found = older.find((known) => known.flow === flow && known.version === version);
      return found && compile(types, found);
    },
    calendars,
    numbers,
    settings: settings(timeZone),
  });
}

/** A flow that says one thing to whoever writes one of some words. */
export const saying = (text: string, keywords: readonly string[] = [text]): Drawing => ({
  nodes: {
    start: ['keyword', { keywords }],
    say: ['send-message', { messages: [{ text }] }],
  },
  edges: ['start.next say'],
});
