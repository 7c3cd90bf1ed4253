import { useEffect, useMemo, useRef, useState } from 'react';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { read } from '../lib/api.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

const PATHS: { readonly [format: string]: string } = {
  calendar: '/calendars',
  team: '/teams',
  connection: '/connections',
  flow: '/flows',
};

type Names = ReadonlyMap<string, string>;
const NONE: Names = new Map();

/** Settings in which things of the workspace stand by their names instead of their ids. */
export type Naming = (node: Pick<GraphNode, 'type' | 'params'>) => JsonObject;

/** Reads what the things are called that a flow's settings name; again when one of them is new. */
export function useThingNames(nodes: readonly GraphNode[], types: ReadonlyMap<string, NodeTypeView>): Naming {
  const [names, setNames] = useState<Names>(NONE);
  const asked = useRef(new Set<string>());
  const missing = useMemo(
    () =>
      nodes
        .flatMap((node) => referencesIn(node, types).map(({ format, id }) => `${format} ${id}`))
        .filter((key) => !names.has(key)),
    [nodes, types, names],
  );
  useEffect(() => {
    const fresh = missing.filter((key) => !asked.current.has(key));
    for (const key of fresh) asked.current.add(key);
    for (const format of new Set(fresh.map((key) => key.slice(0, key.indexOf(' ')))))
      read<readonly Thing[]>(PATHS[format] ?? '').then(
        (things) =>
          setNames(
            (before) =>
              new Map([...before, ...things.map(({ id, name }) => [`${format} ${id}`, name] as const)]),
          ),
        // Without names, ids are shown; the next box that names something tries again.
        () => undefined,
      );
  }, [missing]);
  return useMemo(
    () => (node) => {
      const named = referencesIn(node, types).flatMap(({ field, format, id }) => {
        const name = names.get(`${format} ${id}`);
        return name === undefined ? [] : [[field, name] as const];
      });
      return named.length === 0 ? node.params : { ...node.params, ...Object.fromEntries(named) };
    },
    [names, types],
  );
}

function referencesIn(
  { type, params }: Pick<GraphNode, 'type' | 'params'>,
  types: ReadonlyMap<string, NodeTypeView>,
) {
  return Object.entries(types.get(type)?.params.properties ?? {}).flatMap(([field, schema]) => {
    const format = schema.type === 'string' ? schema.format : undefined;
    const id = params[field];
    return format !== undefined && format in PATHS && typeof id === 'string' && id !== ''
      ? [{ field, format, id }]
      : [];
  });
}
