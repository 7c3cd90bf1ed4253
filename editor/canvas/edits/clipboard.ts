import {
  type Edge,
  type GraphNode,
  NOTE_COLOURS,
  type NodeGroup,
  type StickyNote,
} from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { Piece } from '../../desk/edits/piece.ts';

/** What the clipboard holds: nodes that were copied here or in another flow, a whole flow file, or something else. */
export type Reading =
  | { readonly is: 'nodes'; readonly piece: Piece }
  | { readonly is: 'flow'; readonly piece: Piece; readonly name: string }
  | { readonly is: 'other' };

const MAX_TEXT = 4_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 60;

/** A piece as text, for the clipboard and for chats between colleagues. */
export const toClipboard = (piece: Piece): string =>
  JSON.stringify({ sluice: 'nodes', v: 1, ...piece }, undefined, 2);

/** Reads whatever was pasted. Only what has the right shape comes through; nothing here ever throws. */
export function fromClipboard(text: string): Reading {
  const json = parsed(text);
  if (!isObject(json) || isTooDeep(json, MAX_DEPTH)) return OTHER;
  const piece = pieceIn(json);
  if (piece.nodes.length + piece.notes.length === 0) return OTHER;
  if (json['sluice'] === 'nodes' && json['v'] === 1) return { is: 'nodes', piece };
  if (typeof json['spec'] === 'number' && typeof json['name'] === 'string')
    return { is: 'flow', piece, name: json['name'].slice(0, 200) };
  return OTHER;
}

const OTHER: Reading = { is: 'other' };

function parsed(text: string): Json | undefined {
  if (text.length > MAX_TEXT || !text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const isTooDeep = (json: Json, depth: number): boolean =>
  typeof json === 'object' &&
  json !== null &&
  (depth === 0 || Object.values(json).some((inner: Json) => isTooDeep(inner, depth - 1)));

function pieceIn(json: JsonObject): Piece {
  const nodes = unique(objectsIn(json['nodes']).flatMap(readNode)).slice(0, MAX_NODES);
  const known = new Set(nodes.map(({ id }) => id));
  const layout = isObject(json['layout']) ? json['layout'] : {};
  return {
    nodes,
    edges: objectsIn(json['edges']).flatMap((edge) => readEdge(edge, known)),
    notes: unique(objectsIn(json['notes']).flatMap(readNote)).slice(0, MAX_NODES),
    groups: unique(objectsIn(json['groups']).flatMap((group) => readGroup(group, known))),
    layout: Object.fromEntries(
      Object.entries(layout).flatMap(([id, place]) =>
        known.has(id) && isObject(place) && isNear(place['x']) && isNear(place['y'])
          ? [[id, { x: place['x'], y: place['y'] }]]
          : [],
      ),
    ),
    // What the outside answered elsewhere may hold what must not travel.
    samples: {},
  };
}

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';
const isNear = (value: Json | undefined): value is number =>
  typeof value === 'number' && Math.abs(value) <= 1_000_000;

function readNode({ id, type, v, title, params }: JsonObject): readonly GraphNode[] {
  if (!(isText(id) && isText(type) && isObject(params))) return [];
  const version = typeof v === 'number' && Number.isInteger(v) && v >= 1 ? v : 1;
  return [{ id, type, v: version, ...(isText(title) && { title: title.slice(0, 200) }), params }];
}

const readEdge = ({ from, port, to }: JsonObject, known: ReadonlySet<string>): readonly Edge[] =>
  isText(from) && isText(port) && isText(to) && known.has(from) && known.has(to) ? [{ from, port, to }] : [];

function readNote({ id, x, y, width, height, text, colour }: JsonObject): readonly StickyNote[] {
  if (!(isText(id) && typeof text === 'string' && isNear(x) && isNear(y))) return [];
  const size = (value: Json | undefined, usual: number) =>
    isNear(value) ? Math.min(2_000, Math.max(80, value)) : usual;
  return [
    {
      ...{ id, x, y, width: size(width, 200), height: size(height, 140), text: text.slice(0, 5_000) },
      colour: NOTE_COLOURS.find((known) => known === colour) ?? 'yellow',
    },
  ];
}

function readGroup(
  { id, title, nodes, collapsed }: JsonObject,
  known: ReadonlySet<string>,
): readonly NodeGroup[] {
  if (!(isText(id) && Array.isArray(nodes))) return [];
  const members = [...new Set((nodes as readonly Json[]).filter(isText))].filter((node) => known.has(node));
  if (members.length === 0) return [];
  return [
    {
      id,
      title: typeof title === 'string' ? title.slice(0, 200) : '',
      nodes: members,
      ...(collapsed === true && { collapsed }),
    },
  ];
}

const unique = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((thing) => [thing.id, thing])).values(),
];
