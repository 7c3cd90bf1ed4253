/** Gives the keyboard to a box; says whether it is there. */
export function focusBox(pane: HTMLElement | null, id: string): boolean {
  const element = pane?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (!(element instanceof HTMLElement)) return false;
  element.focus({ preventScroll: true });
  return true;
}
