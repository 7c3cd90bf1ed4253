import { type Json, type JsonObject, lookup, toText } from './json.ts';
import type { Fillings } from './sentence.ts';

/** How a node type looks in the editor. */
export interface Face {
  /** The name of a Tabler icon, such as `message`. */
  readonly icon: string;
  readonly group: FaceGroup;
  /** One line in plain words for the box on the canvas, said in the language of whoever reads it. */
  summary(params: JsonObject, say: Say): string;
  readonly form?: FormHints;
}

/** What the schema of the params cannot say of their form. Fields are named by their paths, `*` for any item of a list. */
export interface FormHints {
  /** Fields that are folded away until they are needed. */
  readonly rare?: readonly string[];
  /** Fields that are drawn in a way of their own. */
  readonly fields?: { readonly [path: string]: SpecialField };
  /** Whether a field means anything beside the others; one that holds a value is shown all the same. */
  isUseful?(field: string, params: JsonObject): boolean;
}

/**
 * - `message`: a text that the contact gets, with WhatsApp's formatting · `choices`: options, with a picture of the phone
 * - `media`: a file to upload or link to · `template`: a message template · `answer`: parts of an answer, picked from one
 * - `keywords`: words, with a place to try them
 */
export type SpecialField = 'message' | 'choices' | 'media' | 'template' | 'answer' | 'keywords';

/** Puts a sentence into words: English with `{holes}`, and what fills them. */
export type Say = (says: string, values?: Fillings) => string;

export type FaceGroup = 'triggers' | 'talk' | 'logic' | 'data' | 'people' | 'time';

export const defineFace = (face: Face): Face => face;

/** The text at a path of params that may be damaged; nothing where there is none. */
export const textIn = (params: Json, path: string): string => toText(lookup(params, path)).trim();

/** The list at a path of params that may be damaged; empty where there is none. */
export function listIn(params: Json, path: string): readonly Json[] {
  const found = lookup(params, path);
  return Array.isArray(found) ? found : [];
}
