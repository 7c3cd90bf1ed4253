import type { ComponentType } from 'react';
import type { Permission } from '../../server/api/contract.ts';
import type { shellTexts } from './texts.ts';

/** A page of the editor. */
export interface Page {
  /** `/flows/:id`: what stands at the colon is handed to the page. */
  readonly path: string;
  readonly page: ComponentType<{ readonly id: string }>;
  /** Any one of these. */
  readonly needs: readonly Permission[];
  /** Its place in the navigation, if it has one. */
  readonly nav?: NavEntry;
}

export interface NavEntry {
  readonly group: 'work' | 'settings';
  readonly label: keyof typeof shellTexts.en;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  /** Keys that lead there, such as `g f`. */
  readonly keys?: string;
}

/** What an address shows, and what stood at the colon; undefined when there is no such page. */
export function pageAt<P extends Pick<Page, 'path'>>(
  pages: readonly P[],
  address: string,
): { readonly found: P; readonly id: string } | undefined {
  const parts = partsOf(address);
  for (const found of pages) {
    const pattern = partsOf(found.path);
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, n) => part.startsWith(':') || part === parts[n])) continue;
    const id = parts[pattern.findIndex((part) => part.startsWith(':'))] ?? '';
    return { found, id: readable(id) };
  }
  return undefined;
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/** An address that somebody typed wrongly is no reason to show nothing at all. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
