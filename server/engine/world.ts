import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Event } from '../../nodes/contract/event.ts';
import type { FlowRef, FlowVersion } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { AnyNodeType, Outcome, Port, Visit } from '../../nodes/contract/node-type.ts';
import type { Settings } from '../../nodes/contract/settings.ts';
import type { TriggerRule } from '../../nodes/contract/trigger.ts';

/** Everything outside a conversation that decides what happens in it, as one value. */
export interface World {
  /** A published version; without a number the live one. Undefined when there is none. */
  program(flow: string, version?: number): Program | undefined;
  /** The triggers of the flows that are live on a number. */
  triggers(number: string): readonly TriggerEntry[];
  /** The flow that takes what nothing else matched on a number. */
  fallback(number: string): string | undefined;
  calendar(id: string): Calendar | undefined;
  readonly settings: Settings;
  /** Is shown every node that decides. Only rehearsals watch; nothing that happens may depend on it. */
  observe?(seen: Seen): void;
}

/** A node that has just decided, with all that it saw. */
export interface Seen {
  readonly session: string;
  readonly flow: FlowRef;
  readonly node: ProgramNode;
  readonly visit: Visit<JsonObject>;
  readonly outcome: Outcome;
  /** What woke it; without one the session had just arrived. */
  readonly event?: Event;
}

/** A version made ready to run: nodes by id, edges followed, texts parsed. */
export interface Program {
  readonly ref: FlowRef;
  readonly name: string;
  readonly order: number;
  readonly nodes: ReadonlyMap<string, ProgramNode>;
  /** Where it begins when another flow enters it: its first trigger. */
  readonly entry: ProgramNode | undefined;
  readonly onFailure: NonNullable<FlowVersion['graph']['onFailure']>;
}

export interface ProgramNode {
  readonly id: string;
  readonly title: string;
  readonly type: AnyNodeType;
  /** Params of today's version, holes unfilled. */
  readonly params: JsonObject;
  fill(scope: () => JsonObject): JsonObject;
  readonly ports: ReadonlyMap<string, Port>;
  /** Where each drawn port leads. */
  readonly next: ReadonlyMap<string, string>;
}

/** A trigger on the canvas of a live flow. */
export interface TriggerEntry {
  readonly flow: FlowRef;
  readonly flowName: string;
  readonly order: number;
  readonly node: string;
  readonly rule: TriggerRule;
}
