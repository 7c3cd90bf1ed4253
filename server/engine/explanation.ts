import type { FlowRef } from '../../nodes/contract/flow.ts';
import { fillSentence, type Sentence } from '../../nodes/contract/sentence.ts';
import { explain, reasonOf } from './explain.ts';
import type { Candidate, Decision } from './route.ts';

/** Who would get a message, and why. */
export interface Explanation {
  readonly to: Decision['to'];
  /** In English. */
  readonly because: string;
  /** The same, to be put into another language. */
  readonly sentence: Sentence;
  readonly winner?: CandidateView;
  /** The triggers that matched as well, best first. */
  readonly beaten: readonly CandidateView[];
}

/** A trigger that matched. */
export interface CandidateView {
  readonly flow: FlowRef;
  readonly flowName: string;
  readonly node: string;
  /** What its trigger listens for, in English. */
  readonly says: string;
  readonly sentence: Sentence;
  readonly fit: string;
  readonly word?: string;
}

/** A decision of the router with its contest, as plain data. */
export function explanationOf(decision: Decision): Explanation {
  const contest = decision.to === 'start' ? decision : undefined;
  return {
    to: decision.to,
    because: explain(decision),
    sentence: reasonOf(decision),
    ...(contest && { winner: candidateView(contest.winner) }),
    beaten: contest?.beaten.map(candidateView) ?? [],
  };
}

const candidateView = ({ entry, match: { fit, word } }: Candidate): CandidateView => ({
  flow: entry.flow,
  flowName: entry.flowName,
  node: entry.node,
  says: fillSentence(entry.rule.says),
  sentence: entry.rule.says,
  fit,
  ...(word !== undefined && { word }),
});
