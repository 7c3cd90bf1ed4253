import { Select, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { useBench, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { type CanvasState, closeAll } from './canvas-state.ts';
import { rectsOf } from './deeds/bench.ts';
import { Floater } from './Floater.tsx';
import { canvasTexts } from './texts.ts';
import { useTypes } from './use-types.ts';

/** The ways out of a node as a list: choose one with the keyboard, then what follows or where it leads. */
export function PortPicker({ node, forWhat }: NonNullable<CanvasState['portsOf']>) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const state = useCanvasStore();
  const at = usePlaceBeside(node);
  const ports = useDesk((desk) => desk.ports[node]) ?? NONE;
  const graph = useDesk((desk) => desk.document.graph);
  const title = useTitles();
  const { portLabel } = useNodeWords();
  const type = graph.nodes.find(({ id }) => id === node)?.type ?? '';
  const [way, setWay] = useState<string>();
  if (way !== undefined) return <TargetPicker node={node} port={way} at={at} />;
  const choose = (id: string) => {
    if (forWhat === 'link') return setWay(id);
    deeds.askWhat({ from: { node, port: id } });
  };
  return (
    <Floater at={at} label={t('chooseWay')} close={() => closeAll(state)}>
      <Text size="sm" fw={600} mb={6}>
        {t('chooseWay')}
      </Text>
      {ports.map((port, n) => {
        const { id } = port;
        const led = graph.edges.find((edge) => edge.from === node && edge.port === id)?.to;
        return (
          <button
            key={id}
            type="button"
            className="port-option"
            // biome-ignore lint/a11y/noAutofocus: it was opened by a key to choose one
            autoFocus={n === 0}
            onClick={() => choose(id)}
            onKeyDown={walk}
          >
            <b>{portLabel(type, port)}</b>
            <small>{led === undefined ? t('free') : t('taken', { name: title(led) })}</small>
          </button>
        );
      })}
    </Floater>
  );
}

const NONE: readonly never[] = [];

interface TargetPickerProps {
  readonly node: string;
  readonly port: string;
  readonly at: { readonly x: number; readonly y: number };
}

function TargetPicker({ node, port, at }: TargetPickerProps) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const state = useCanvasStore();
  const nodes = useDesk((desk) => desk.document.graph.nodes);
  const title = useTitles();
  const targets = nodes.filter(({ id }) => id !== node && deeds.mayBeEntered(id));
  return (
    <Floater at={at} label={t('chooseTarget')} close={() => closeAll(state)}>
      <Select
        label={t('chooseTarget')}
        searchable
        autoFocus
        defaultDropdownOpened
        comboboxProps={{ withinPortal: false }}
        data={targets.map(({ id }, n) => ({ value: id, label: `${n + 1}. ${title(id)}` }))}
        onChange={(to) => {
          if (to !== null) deeds.connect(node, port, to);
          closeAll(state);
          deeds.goTo(node);
        }}
      />
    </Floater>
  );
}

/** What nodes are called. */
function useTitles(): (node: string) => string {
  const nodes = useDesk((desk) => desk.document.graph.nodes);
  const types = useTypes();
  return (id) => {
    const node = nodes.find((other) => other.id === id);
    return node?.title ?? types.get(node?.type ?? '')?.title ?? node?.type ?? id;
  };
}

function usePlaceBeside(node: string) {
  const bench = useBench();
  const rect = rectsOf(bench, new Set([node])).get(node);
  const pane = bench.pane.current?.getBoundingClientRect();
  const { x, y } = bench.flow.flowToScreenPosition({
    x: (rect?.x ?? 0) + (rect?.width ?? 0),
    y: rect?.y ?? 0,
  });
  return { x: x - (pane?.x ?? 0) + 8, y: y - (pane?.y ?? 0) };
}

/** Arrows walk through the list as through a menu. */
function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const { key, currentTarget } = event;
  const next =
    key === 'ArrowDown'
      ? currentTarget.nextElementSibling
      : key === 'ArrowUp'
        ? currentTarget.previousElementSibling
        : null;
  if (!(next instanceof HTMLButtonElement)) return;
  event.preventDefault();
  next.focus();
}
