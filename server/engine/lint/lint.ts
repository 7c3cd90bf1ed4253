import type { Graph, Layout } from '../../../nodes/contract/flow.ts';
import type { Registry } from '../../../nodes/contract/registry.ts';
import type { LintContext } from './context.ts';
import type { Problem } from './problem.ts';
import { findSelfCalls } from './rules/calls-itself.ts';
import { findDuplicateIds } from './rules/duplicate-ids.ts';
import { findBadEdges } from './rules/edges.ts';
import { findKeywordClashes } from './rules/keyword-clashes.ts';
import { findEndlessLoops } from './rules/loops.ts';
import { findEndlessWaits } from './rules/no-reply.ts';
import { findRemarks } from './rules/node-check.ts';
import { findOpenPorts } from './rules/open-ports.ts';
import { findMisfitParams } from './rules/params-fit.ts';
import { findMissing } from './rules/references.ts';
import { findOversize } from './rules/size.ts';
import { findBadTexts } from './rules/texts.ts';
import { findNoTrigger } from './rules/triggers.ts';
import { findUnknownTypes } from './rules/unknown-type.ts';
import { findUnknownVariables } from './rules/unknown-variables.ts';
import { findUnreachable } from './rules/unreachable.ts';
import { findBadNames } from './rules/variable-names.ts';
import { findClosedWindows } from './rules/window.ts';
import { type Survey, survey } from './survey.ts';

/** Looks for one sort of mistake in a flow. */
type Rule = (flow: Survey) => readonly Problem[];

/** What is broken in the flow itself, whatever the workspace around it. */
const DAMAGE: readonly Rule[] = [findUnknownTypes, findMisfitParams, findDuplicateIds, findBadEdges];

/** In the order in which an author reads them: first what is broken, then what is missing, then what is doubtful. */
const RULES: readonly Rule[] = [
  ...DAMAGE,
  findRemarks,
  findBadTexts,
  findBadNames,
  findNoTrigger,
  findEndlessLoops,
  findSelfCalls,
  findMissing,
  findKeywordClashes,
  findUnreachable,
  findOpenPorts,
  findEndlessWaits,
  findClosedWindows,
  findUnknownVariables,
];

/** What is broken in a graph, as far as the node types alone can tell: what reading a file reports. */
export const findDamage = (graph: Graph, types: Registry): readonly Problem[] => {
  const surveyed = survey(graph, { types });
  return DAMAGE.flatMap((rule) => rule(surveyed));
};

/** Everything that is wrong or doubtful about a flow. Pure, and never throws, whatever the draft holds. */
export function lint(
  { graph }: { readonly graph: Graph; readonly layout?: Layout },
  context: LintContext,
): readonly Problem[] {
  // What may take long on a flow beyond all measure waits until it has been cut.
  const oversize = findOversize(graph);
  if (oversize.length > 0) return oversize;
  const surveyed = survey(graph, context);
  return RULES.flatMap((rule) => rule(surveyed));
}
