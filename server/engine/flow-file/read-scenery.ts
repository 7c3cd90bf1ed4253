import {
  type GraphNode,
  NOTE_COLOURS,
  type NodeGroup,
  type Sample,
  type Scenery,
  type StickyNote,
} from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import { sceneryOf } from './flow-file.ts';

const MAX_NOTES = 1_000;
const MAX_GROUPS = 1_000;
const MAX_TEXT = 5_000;
const MAX_TITLE = 200;
const NOTE = { width: 200, height: 140 };

/** The notes, groups and samples that can be used. Nobody's conversation hangs on the others: they are left out. */
export function readScenery(
  { notes, groups, samples }: JsonObject,
  nodes: readonly GraphNode[],
  renamed: ReadonlyMap<string, string>,
): Scenery {
  const known = new Set(nodes.map(({ id }) => id));
  const idOf = (id: Json): string | undefined => {
    const now = typeof id === 'string' ? (renamed.get(id) ?? id) : '';
    return known.has(now) ? now : undefined;
  };
  return sceneryOf({
    notes: unique(listed(notes).flatMap(readNote)).slice(0, MAX_NOTES),
    groups: readGroups(listed(groups).slice(0, MAX_GROUPS), idOf),
    samples: readSamples(samples, idOf),
  });
}

const listed = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

function readNote({ id, x, y, width, height, text, colour }: JsonObject): readonly StickyNote[] {
  if (typeof id !== 'string' || typeof text !== 'string') return [];
  if (!(isNear(x) && isNear(y))) return [];
  return [
    {
      id,
      x,
      y,
      width: isNear(width) ? clamp(width) : NOTE.width,
      height: isNear(height) ? clamp(height) : NOTE.height,
      text: text.slice(0, MAX_TEXT),
      colour: NOTE_COLOURS.find((known) => known === colour) ?? 'yellow',
    },
  ];
}

const isNear = (value: Json | undefined): value is number =>
  typeof value === 'number' && Math.abs(value) <= 1_000_000;

const clamp = (size: number): number => Math.min(2_000, Math.max(80, size));

/** A node that two groups want stays with the first. */
function readGroups(
  list: readonly JsonObject[],
  idOf: (id: Json) => string | undefined,
): readonly NodeGroup[] {
  const taken = new Set<string>();
  return unique(
    list.flatMap(({ id, title, nodes, collapsed }): readonly NodeGroup[] => {
      if (typeof id !== 'string' || !Array.isArray(nodes)) return [];
      const members = [...new Set((nodes as readonly Json[]).flatMap((node) => idOf(node) ?? []))].filter(
        (node) => !taken.has(node),
      );
      for (const node of members) taken.add(node);
      if (members.length === 0) return [];
      return [
        {
          id,
          title: typeof title === 'string' ? title.slice(0, MAX_TITLE) : '',
          nodes: members,
          ...(collapsed === true && { collapsed }),
        },
      ];
    }),
  );
}

function readSamples(
  value: Json | undefined,
  idOf: (id: Json) => string | undefined,
): { readonly [node: string]: Sample } {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([node, sample]) => {
      const id = idOf(node);
      const read = isObject(sample) ? readSample(sample) : undefined;
      return id !== undefined && read ? [[id, read]] : [];
    }),
  );
}

function readSample({ is, status, body, record, code, reason }: JsonObject): Sample | undefined {
  if (is === 'http' && typeof status === 'number' && Number.isInteger(status))
    return { is, status, body: body ?? null };
  if (is === 'record') return { is, record: record ?? null };
  if (is === 'failure' && typeof code === 'string' && typeof reason === 'string') return { is, code, reason };
  return undefined;
}

const unique = <T extends { readonly id: string }>(things: readonly T[]): readonly T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];
