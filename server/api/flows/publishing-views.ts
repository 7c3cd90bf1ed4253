import type { FlowDiff } from '../../../nodes/contract/flow-diff.ts';
import type { GraphView, VersionSummary } from '../contract.ts';

/** A version in the list, with how many people are inside it now. */
export interface VersionInUse extends VersionSummary {
  readonly people: number;
}

/** Two states of a flow and what lies between them. */
export interface Comparison {
  readonly from: ComparedState;
  readonly to: ComparedState;
  readonly diff: FlowDiff;
}

export interface ComparedState extends GraphView {
  /** Without it, the draft. */
  readonly version?: number;
  readonly name: string;
}

/** What testers get of a flow, and on which numbers. */
export interface TrialView {
  /** `draft`: the draft · `live`: the live version, because of `because` · `nothing`: it is not live either */
  readonly gets: 'draft' | 'live' | 'nothing';
  readonly because: string;
  readonly numbers: readonly TrialNumber[];
}

export interface TrialNumber {
  readonly id: string;
  readonly name: string;
  /** As people write it. */
  readonly display: string;
  readonly virtual?: boolean;
  /** Digits only. */
  readonly testers: readonly string[];
  /** Whether the flow answers on this number at all. */
  readonly answers: boolean;
}
