import type { Change } from '../../../nodes/contract/change.ts';
import { CODES, type Code, type Severity } from './codes.ts';

/** Something wrong with a flow, told to its author. */
export interface Problem extends Whereabouts {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence for somebody who does not program. */
  readonly message: string;
  readonly fix?: Fix;
}

export interface Whereabouts {
  readonly node?: string;
  /** The parameter it is about, as a path such as `choices.2.label`. */
  readonly field?: string;
  readonly port?: string;
}

/** A way out of a problem that one click can take. */
export interface Fix {
  readonly label: string;
  readonly change: Change;
}

export const problem = (code: Code, message: string, where: Whereabouts = {}, fix?: Fix): Problem => ({
  code,
  severity: CODES[code],
  ...where,
  message,
  ...(fix && { fix }),
});

export const isError = ({ severity }: Problem): boolean => severity === 'error';
