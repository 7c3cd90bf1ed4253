import type { Json } from '../../nodes/contract/json.ts';
import type { Schema } from '../../nodes/contract/schema.ts';

/** What every field is given. */
export interface FieldProps {
  readonly schema: Schema;
  readonly path: string;
  readonly value: Json | undefined;
  readonly isRequired: boolean;
}
