import type { Json, JsonObject } from './json.ts';

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

/** What an admin edits, and what a flow file holds besides its name. Only `graph` means anything to the engine. */
export interface Draft extends Scenery {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** What authors leave on a canvas for each other and for rehearsals; nobody's conversation hangs on it. */
export interface Scenery {
  readonly notes?: readonly StickyNote[];
  readonly groups?: readonly NodeGroup[];
  /** What the outside answers a node in a rehearsal, by node id. */
  readonly samples?: { readonly [node: string]: Sample };
}

export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** A sticky note; its place and size are in pixels of the canvas. */
export interface StickyNote {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly colour: NoteColour;
}

/** Nodes that belong together on the canvas; collapsed, they are drawn as one box. A node is in one group at most. */
export interface NodeGroup {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly string[];
  readonly collapsed?: boolean;
}

/** An answer of the outside that an admin has pinned to a node. */
export type Sample =
  | { readonly is: 'http'; readonly status: number; readonly body: Json }
  /** What a CRM found; null when it knows nobody. */
  | { readonly is: 'record'; readonly record: Json }
  | { readonly is: 'failure'; readonly code: string; readonly reason: string };

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
  readonly publishedBy?: Author;
  readonly note?: string;
}

/** Who published a version, as they were called then. */
export interface Author {
  readonly id?: string;
  readonly name: string;
}
