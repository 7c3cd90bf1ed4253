import type { Graph, Layout } from '../../../nodes/contract/flow.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import type { LintContext } from './context.ts';
import type { Problem } from './problem.ts';
import { findDuplicateIds } from './rules/duplicate-ids.ts';
import { findBadEdges } from './rules/edges.ts';
import { findMisfitParams } from './rules/params-fit.ts';
import { findUnknownTypes } from './rules/unknown-type.ts';
import { type Survey, survey } from './survey.ts';

/** Looks for one sort of mistake in a flow. */
type Rule = (flow: Survey) => readonly Problem[];

/** What is broken in the flow itself, whatever the workspace around it. */
const DAMAGE: readonly Rule[] = [findUnknownTypes, findMisfitParams, findDuplicateIds, findBadEdges];

/** What is broken in a graph, as far as the node types alone can tell: what reading a file reports. */
export const findDamage = (graph: Graph, types: Registry): readonly Problem[] => {
  const surveyed = survey(graph, { types });
  return DAMAGE.flatMap((rule) => rule(surveyed));
};

/** Everything that is wrong or doubtful about a flow. Pure, and never throws, whatever the draft holds. */
export function lint(
  draft: { readonly graph: Graph; readonly layout?: Layout },
  context: LintContext,
): readonly Problem[] {
  const surveyed = survey(draft.graph, context);
  return DAMAGE.flatMap((rule) => rule(surveyed));
}
