import { type ComponentType, createContext, use } from 'react';
import type { FormHints, SpecialField } from '../../nodes/contract/face.ts';
import type { Sample } from '../../nodes/contract/flow.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { Schema } from '../../nodes/contract/schema.ts';
import type { FieldProps } from './field-props.ts';
import type { NodeVariables } from './variables.ts';

/** What every field of a form can know and do. */
export interface Form {
  /** Begins the ids of its elements. */
  readonly id: string;
  readonly value: JsonObject;
  readonly isReadOnly: boolean;
  readonly hints: FormHints;
  readonly problems: readonly FieldProblem[];
  readonly aim?: FormAim;
  readonly around: Surroundings;
  /** Sets the value at a path; undefined takes it away. Typing in one field is one step of undo, a deed is one by itself. */
  set(path: string, value: Json | undefined, how?: How): void;
  /** The field that draws a schema. */
  fieldFor(schema: Schema, special: SpecialField | undefined): ComponentType<FieldProps>;
}

export type How = 'typing' | 'deed';

/** Something wrong with the value at a path, in the words of whoever reads the page. */
export interface FieldProblem {
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: { readonly label: string; apply(): void };
}

export interface FormAim {
  /** The field to show. */
  readonly field: string;
  readonly turn: number;
}

/** What a form stands in; a form by itself has nothing around it. */
export interface Surroundings {
  /** The type of the node whose params these are. */
  readonly nodeType?: string;
  /** What texts and conditions can read here. */
  readonly variables?: NodeVariables;
  /** What the outside answers this node in rehearsals. */
  readonly sample?: Sample;
  pin?(sample: Sample | undefined): void;
}

export const FormContext = createContext<Form | undefined>(undefined);

/** The form that a field is part of. */
export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('A field stands in no form.');
  return form;
}
