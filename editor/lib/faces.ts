import type { Face, FaceGroup, FormHints, Say } from '../../nodes/contract/face.ts';
import type { JsonObject } from '../../nodes/contract/json.ts';

const modules = import.meta.glob<{ readonly face: Face }>('../../nodes/*/face.tsx', { eager: true });

const faces: ReadonlyMap<string, Face> = new Map(
  Object.entries(modules).map(([path, { face }]) => [path.split('/').at(-2) ?? '', face]),
);

/** How a node of a type looks; one that nobody knows looks like a riddle. */
export function faceOf(type: string): { readonly icon: string; readonly group: FaceGroup | 'unknown' } {
  return faces.get(type) ?? { icon: 'help-hexagon', group: 'unknown' };
}

/** The line for the box of a node, whatever its params hold, in the words of `say`. */
export function summarise(type: string, params: JsonObject, say: Say): string {
  try {
    return faces.get(type)?.summary(params, say) ?? type;
  } catch {
    return '';
  }
}

const NO_HINTS: FormHints = {};

/** What the form of a type's settings is told besides their schema. */
export const formOf = (type: string): FormHints => faces.get(type)?.form ?? NO_HINTS;
