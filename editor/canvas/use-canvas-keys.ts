import { useCallback } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useShortcut } from '../lib/shortcuts.ts';
import { GRID } from './box-size.ts';
import { useBench, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { closeAll } from './canvas-state.ts';
import { focusBox } from './deeds/focus-box.ts';
import type { Direction } from './deeds/traveller.ts';
import { firstSetting } from './first-setting.ts';
import { canvasTexts } from './texts.ts';

/** The keys of the canvas. Each is in the help sheet under the words it has here. */
export function useCanvasKeys(): void {
  const t = useTexts(canvasTexts);
  const desk = useDeskStore();
  const deeds = useDeeds();
  const isOn = useDesk(({ isReadOnly }) => !isReadOnly);
  const group = t('keysCanvas');
  useMoves();
  useTravels();
  const chosenNode = useChosenNode();
  useShortcut({ keys: 'mod+z', says: t('undo'), group, isOn, run: () => desk.getState().undo() });
  useShortcut({
    ...{ keys: ['mod+shift+z', 'mod+y'], says: t('redo'), group, isOn },
    run: () => desk.getState().redo(),
  });
  useShortcut({
    ...{ keys: 'a', says: t('addAfter'), group, isOn },
    run: () => {
      const node = chosenNode();
      if (node === undefined) deeds.askWhat({});
      else deeds.addAfter(node);
    },
  });
  // With nothing to group, it may be the beginning of “g f”.
  const groupChosen = () => desk.getState().chosen.length > 0 && deeds.groupChosen('');
  useConnecting();
  useRemoving();
  useShortcut({ keys: 'mod+d', says: t('duplicate'), group, isOn, run: deeds.duplicate });
  useShortcut({ keys: 'mod+a', says: t('chooseAll'), group, isOn, run: deeds.chooseAll });
  useShortcut({ keys: 'n', says: t('addNote'), group, isOn, run: () => deeds.note() });
  useShortcut({ keys: 'g', says: t('group'), group, isOn, run: groupChosen });
  useShortcut({ keys: 't', says: t('tidy'), group, isOn, run: deeds.tidy });
  useShortcut({ keys: 'f', says: t('fit'), group, run: deeds.fit });
}

/** The one node that is selected, or that has the focus. */
function useChosenNode(): () => string | undefined {
  const desk = useDeskStore();
  return useCallback(() => {
    const { chosen, document } = desk.getState();
    const focused = focusedNode();
    const id = focused ?? (chosen.length === 1 ? chosen[0] : undefined);
    return document.graph.nodes.some((node) => node.id === id) ? id : undefined;
  }, [desk]);
}

const focusedNode = (): string | undefined =>
  document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;

function useConnecting(): void {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const isOn = useDesk(({ isReadOnly }) => !isReadOnly);
  const chosenNode = useChosenNode();
  useShortcut({
    ...{ keys: 'c', says: t('connectTo'), group: t('keysCanvas'), isOn },
    run: () => {
      const node = chosenNode();
      if (node === undefined) return false;
      return state.setState({ portsOf: { node, forWhat: 'link' } });
    },
  });
}

function useRemoving(): void {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const desk = useDeskStore();
  const deeds = useDeeds();
  const bench = useBench();
  const isOn = useDesk(({ isReadOnly }) => !isReadOnly);
  const group = t('keysCanvas');
  /** From the settings of a box back to it. */
  const backToBox = () => {
    const [node] = desk.getState().chosen;
    const isOpen = document.activeElement?.getAttribute('aria-expanded') === 'true';
    return node !== undefined && !isOpen && focusBox(bench.pane.current, node);
  };
  useShortcut({
    ...{ keys: ['delete', 'backspace'], says: t('remove'), group, isOn },
    run: () => {
      const { edge } = state.getState();
      if (edge === undefined) deeds.removeChosen();
      else deeds.disconnect(edge);
    },
  });
  useShortcut({
    ...{ keys: 'escape', says: t('clear'), group, whileTyping: true },
    run: () => {
      if (isElsewhere(bench.pane.current)) return backToBox();
      if (document.activeElement?.matches('input, textarea')) return false;
      const { chosen, choose } = desk.getState();
      const { adding, menu, edge, portsOf } = state.getState();
      if (chosen.length === 0 && !adding && !menu && !portsOf && edge === undefined) return false;
      closeAll(state);
      return choose([]);
    },
  });
}

/** Whether the keyboard is in something beside the canvas. */
const isElsewhere = (pane: HTMLElement | null): boolean =>
  document.activeElement !== null &&
  document.activeElement !== document.body &&
  pane?.contains(document.activeElement) === false;

const ARROWS = { arrowleft: [-1, 0], arrowright: [1, 0], arrowup: [0, -1], arrowdown: [0, 1] } as const;

function useMoves(): void {
  const t = useTexts(canvasTexts);
  const desk = useDeskStore();
  const deeds = useDeeds();
  const isOn = useDesk(({ isReadOnly }) => !isReadOnly);
  const says = t('nudge');
  const group = t('keysCanvas');
  const by = (key: keyof typeof ARROWS, step: number) => () => {
    if (desk.getState().chosen.length === 0) return false;
    const [x, y] = ARROWS[key];
    return deeds.nudge(x * step, y * step);
  };
  useShortcut({ keys: 'arrowleft', says, group, isOn, run: by('arrowleft', GRID) });
  useShortcut({ keys: 'arrowright', says, group, isOn, run: by('arrowright', GRID) });
  useShortcut({ keys: 'arrowup', says, group, isOn, run: by('arrowup', GRID) });
  useShortcut({ keys: 'arrowdown', says, group, isOn, run: by('arrowdown', GRID) });
  useShortcut({ keys: 'shift+arrowleft', says, group, isOn, run: by('arrowleft', 1) });
  useShortcut({ keys: 'shift+arrowright', says, group, isOn, run: by('arrowright', 1) });
  useShortcut({ keys: 'shift+arrowup', says, group, isOn, run: by('arrowup', 1) });
  useShortcut({ keys: 'shift+arrowdown', says, group, isOn, run: by('arrowdown', 1) });
}

function useTravels(): void {
  const t = useTexts(canvasTexts);
  const desk = useDeskStore();
  const deeds = useDeeds();
  const bench = useBench();
  const says = t('moveAlong');
  const group = t('keysCanvas');
  const go = (direction: Direction) => () =>
    deeds.goAlong(focusedNode() ?? desk.getState().chosen[0], direction);
  useShortcut({ keys: 'alt+arrowright', says, group, run: go('on') });
  useShortcut({ keys: 'alt+arrowleft', says, group, run: go('back') });
  useShortcut({ keys: 'alt+arrowup', says, group, run: go('up') });
  useShortcut({ keys: 'alt+arrowdown', says, group, run: go('down') });
  useShortcut({
    ...{ keys: ['enter', 'space'], says: t('openNode'), group },
    run: () => {
      const node = focusedNode();
      if (node === undefined || !bench.pane.current?.contains(document.activeElement)) return false;
      if (document.activeElement?.classList.contains('react-flow__node') !== true) return false;
      const { document: flow, open, choose } = desk.getState();
      const found = flow.graph.nodes.find(({ id }) => id === node);
      return found ? open(node, firstSetting(desk.getState().types.get(found.type))) : choose([node]);
    },
  });
}
