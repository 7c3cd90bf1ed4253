import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { GraphView } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import type { Detour } from './detours.ts';
import { createPainter, type Picture } from './to-xyflow.ts';
import { useAround } from './use-around.ts';
import type { Way } from './WayEdge.tsx';
import { waysAround } from './ways-around.ts';

/** What is looked at: the draft as it is edited, an older version, or two states compared. */
export function useView(): GraphView {
  const document = useDesk((desk) => desk.document);
  const ports = useDesk((desk) => desk.ports);
  const version = useDesk((desk) => desk.compared ?? desk.version);
  const { portLabel } = useNodeWords();
  const told = useMemo(() => {
    const typeOf = new Map((version ?? document).graph.nodes.map(({ id, type }) => [id, type]));
    return Object.fromEntries(
      Object.entries(version?.ports ?? ports).map(([node, ways]) => [
        node,
        ways.map((way) => ({ ...way, label: portLabel(typeOf.get(node) ?? '', way) })),
      ]),
    );
  }, [document, ports, version, portLabel]);
  return useMemo(() => ({ ...(version ?? document), ports: told }), [document, told, version]);
}

/** The view as React Flow draws it; what has not changed stays the same object. */
export function usePicture(): Picture {
  const view = useView();
  const around = useAround();
  const [paint] = useState(createPainter);
  const picture = useMemo(() => paint(view, around), [paint, view, around]);
  const edges = useDetours(picture);
  return useMemo(() => ({ nodes: picture.nodes, edges }), [picture, edges]);
}

const AT_ONCE = 120;
const IDLE_MS = 150;

/** Edges led around boxes: in a small flow at once, in a large one as soon as there is time. */
function useDetours(picture: Picture): readonly Way[] {
  const isSmall = picture.edges.length <= AT_ONCE;
  const now = useMemo(() => (isSmall ? waysAround(picture) : undefined), [isSmall, picture]);
  const [late, setLate] = useState<ReadonlyMap<string, Detour>>(NONE);
  useEffect(() => {
    if (isSmall) return;
    const timer = setTimeout(() => startTransition(() => setLate(waysAround(picture))), IDLE_MS);
    return () => clearTimeout(timer);
  }, [isSmall, picture]);
  const before = useRef(new Map<Way, Way>());
  return useMemo(() => {
    const drawn = new Map<Way, Way>();
    const found = now ?? late;
    const edges = picture.edges.map((edge) => {
      const led = withDetour(edge, found.get(edge.id), before.current.get(edge));
      drawn.set(edge, led);
      return led;
    });
    before.current = drawn;
    return edges;
  }, [picture.edges, now, late]);
}

const NONE: ReadonlyMap<string, Detour> = new Map();

function withDetour(edge: Way, detour: Detour | undefined, before: Way | undefined): Way {
  const was = before?.data?.detour;
  if (before && was?.out === detour?.out && was?.lane === detour?.lane && was?.into === detour?.into)
    return before;
  return detour && edge.data ? { ...edge, data: { ...edge.data, detour } } : edge;
}
