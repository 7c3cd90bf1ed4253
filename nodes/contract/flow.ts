import type { JsonObject } from './json.ts';

/** What a flow means. Where its boxes are drawn lives in `Layout`: moving a box changes no meaning. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
  /** Where a conversation goes when a session of this flow fails; without it, to the queue. */
  readonly onFailure?: { readonly flow?: string; readonly team?: string };
}

export interface GraphNode {
  readonly id: string;
  readonly type: string;
  /** The version of the node type these params were written for; older params are upgraded on reading. */
  readonly v: number;
  /** The admin's own name for the node. */
  readonly title?: string;
  readonly params: JsonObject;
}

export interface Edge {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

export type Layout = { readonly [node: string]: { readonly x: number; readonly y: number } };

/** What an admin edits, and what a flow file holds besides its name. */
export interface Draft {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** Names one immutable version. */
export interface FlowRef {
  readonly id: string;
  readonly version: number;
}

/** A published, immutable, numbered state of a flow. */
export interface FlowVersion extends Draft {
  readonly flow: string;
  readonly version: number;
  readonly name: string;
  /** The admin's order among flows: the lower goes first when two triggers match equally well. */
  readonly order: number;
  readonly publishedAt: number;
  readonly note?: string;
}
