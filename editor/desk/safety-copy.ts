import type { Desk } from './desk.ts';
import type { FlowDocument } from './document.ts';

/** What was not saved when a page went away, kept by the browser. */
export interface SafetyCopy {
  readonly document: FlowDocument;
  /** What the server had then. */
  readonly base: FlowDocument;
  /** Epoch ms. */
  readonly at: number;
}

const keyOf = (flow: string): string => `sluice.unsaved.${flow}`;

/** Keeps what is on the desk; a browser that has no room keeps nothing, and the server has it in a moment anyway. */
export function remember({ flow, document, saved }: Pick<Desk, 'flow' | 'document' | 'saved'>): void {
  try {
    const copy: SafetyCopy = { document, base: saved, at: Date.now() };
    localStorage.setItem(keyOf(flow.id), JSON.stringify(copy));
  } catch {
    // Full, or switched off.
  }
}

export function forget(flow: string): void {
  try {
    localStorage.removeItem(keyOf(flow));
  } catch {
    // Switched off.
  }
}

/** What an earlier page left of a flow, if it is whole. */
export function recall(flow: string): SafetyCopy | undefined {
  try {
    const copy: unknown = JSON.parse(localStorage.getItem(keyOf(flow)) ?? 'null');
    return isCopy(copy) ? copy : undefined;
  } catch {
    return undefined;
  }
}

function isCopy(value: unknown): value is SafetyCopy {
  if (typeof value !== 'object' || value === null) return false;
  const { document, base, at } = value as { readonly [key: string]: unknown };
  return isDocument(document) && isDocument(base) && typeof at === 'number';
}

function isDocument(value: unknown): value is FlowDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { name, graph, layout } = value as { readonly [key: string]: unknown };
  const { nodes, edges } = (graph ?? {}) as { readonly [key: string]: unknown };
  return (
    typeof name === 'string' && typeof layout === 'object' && Array.isArray(nodes) && Array.isArray(edges)
  );
}
