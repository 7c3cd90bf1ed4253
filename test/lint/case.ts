import type { Graph } from '../../nodes/contract/flow.ts';
import type { Code } from '../../server/engine/lint/codes.ts';
import type { LintContext } from '../../server/engine/lint/context.ts';
import type { Whereabouts } from '../../server/engine/lint/problem.ts';

/** A graph that has a problem, and what is said of it. */
export interface Case {
  readonly code: Code;
  readonly graph: Graph;
  readonly context?: Partial<LintContext>;
  readonly says: string;
  readonly at: Whereabouts;
}
