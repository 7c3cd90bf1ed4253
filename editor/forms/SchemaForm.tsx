import { useEffect, useId, useMemo, useRef } from 'react';
import type { FormHints } from '../../nodes/contract/face.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import {
  type FieldProblem,
  type Form,
  type FormAim,
  FormContext,
  type How,
  type Surroundings,
} from './FormContext.tsx';
import { fieldFor } from './field-table.ts';
import { ObjectFields } from './ObjectFields.tsx';
import './conditions.css';
import './forms.css';
import './preview.css';
import './writing.css';

export interface SchemaFormProps {
  readonly schema: ObjectSchema;
  readonly value: JsonObject;
  readonly isReadOnly?: boolean;
  readonly hints?: FormHints;
  readonly problems?: readonly FieldProblem[];
  readonly aim?: FormAim;
  readonly around?: Surroundings;
  /** Sets the value at a path such as `options.2.label`; undefined takes it away. */
  change(path: string, value: Json | undefined, how: How): void;
}

const NO_HINTS: FormHints = {};
const NO_PROBLEMS: readonly FieldProblem[] = [];
const NOWHERE: Surroundings = {};

/** A form for any object schema. What the schema does not know, or cannot be drawn, is shown as it is and kept. */
export function SchemaForm({
  schema,
  value,
  change,
  isReadOnly = false,
  hints = NO_HINTS,
  problems = NO_PROBLEMS,
  around = NOWHERE,
  aim,
}: SchemaFormProps) {
  const id = useId();
  const form = useMemo<Form>(
    () => ({
      ...{ id, value, isReadOnly, hints, problems, around, fieldFor },
      ...(aim && { aim }),
      set: (path, next, how = 'typing') => {
        if (!isReadOnly) change(path, next, how);
      },
    }),
    [id, value, isReadOnly, hints, problems, around, aim, change],
  );
  const root = useRef<HTMLDivElement>(null);
  useAim(root, aim);
  return (
    <FormContext value={form}>
      <div className="schema-form" ref={root}>
        <ObjectFields schema={schema} path="" value={value} />
      </div>
    </FormContext>
  );
}

/** What is folded away needs a moment to open. */
const OPEN_MS = 80;

/** Shows the field that is aimed at, or the nearest thing around it, and puts the caret into it. */
function useAim(root: React.RefObject<HTMLDivElement | null>, aim: FormAim | undefined): void {
  useEffect(() => {
    if (!aim) return;
    const timer = setTimeout(() => {
      const keys = aim.field.split('.');
      const places = keys.map((_, index) => keys.slice(0, keys.length - index).join('.'));
      const found = places
        .map((path) => root.current?.querySelector(`[data-field="${CSS.escape(path)}"]`))
        .find((element) => element instanceof HTMLElement);
      found?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      const inside =
        found?.querySelector<HTMLElement>('textarea, input, select, [contenteditable]') ??
        found?.querySelector('button');
      inside?.focus({ preventScroll: true });
    }, OPEN_MS);
    return () => clearTimeout(timer);
  }, [aim, root]);
}
