import type { JsonObject } from './json.ts';

/** How a node type looks in the editor. */
export interface Face {
  /** The name of a Tabler icon, such as `message`. */
  readonly icon: string;
  readonly group: FaceGroup;
  /** One line in plain words for the box on the canvas. */
  summary(params: JsonObject): string;
}

export type FaceGroup = 'triggers' | 'talk' | 'logic' | 'data' | 'people' | 'time';

export const defineFace = (face: Face): Face => face;
