import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { createShortcuts, type Shortcut } from './shortcut-table.ts';

export type { Shortcut } from './shortcut-table.ts';

const shortcuts = createShortcuts();

/** Whether this is a keyboard with ⌘. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Gives keys a meaning for as long as the component is shown; the help sheet tells of it. */
export function useShortcut(shortcut: Shortcut): void {
  const latest = useRef(shortcut);
  useLayoutEffect(() => {
    latest.current = shortcut;
  });
  const { says, group, whileTyping, inDialog, isOn } = shortcut;
  const keys = typeof shortcut.keys === 'string' ? shortcut.keys : shortcut.keys.join('\n');
  useEffect(
    () =>
      shortcuts.add({
        keys: keys.split('\n'),
        says,
        group,
        run: () => latest.current.run(),
        ...(whileTyping !== undefined && { whileTyping }),
        ...(inDialog !== undefined && { inDialog }),
        ...(isOn !== undefined && { isOn }),
      }),
    [keys, says, group, whileTyping, inDialog, isOn],
  );
}

/** Everything that keys mean now. */
export const useShortcutList = (): readonly Shortcut[] =>
  useSyncExternalStore(shortcuts.subscribe, shortcuts.list);

/** Listens to the keyboard of the whole page; once, in the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || HELD.has(event.key)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const isDone = shortcuts.press({
        press: event,
        at: event.timeStamp,
        isMac: isMac(),
        isTyping: isField(target),
        isInDialog: target.closest('[aria-modal="true"]') !== null,
      });
      if (isDone) event.preventDefault();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

const HELD: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Where keys are for writing, or for choosing. */
const isField = (target: Element): boolean =>
  target.closest(
    'input:not([type=checkbox],[type=radio],[type=button],[type=range]), textarea, select, [contenteditable=""], [contenteditable=true], .cm-editor, [role=menu], [role=listbox]',
  ) !== null;
