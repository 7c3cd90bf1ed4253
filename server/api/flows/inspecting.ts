import type { Sample } from '../../../nodes/contract/flow.ts';
import type { KeywordVerdict } from '../../engine/explain-keyword.ts';
import type { NodeVariables } from '../../engine/lint/variables-at.ts';
import type { MediaRecord } from '../../store/store.ts';

// What the API answers to whoever fills in a node. The editor imports these as types only.

/** What a node can read, and who reads what it sets. */
export type NodeVariablesView = NodeVariables;
/** Whether keywords match a text, and why or why not. */
export type KeywordVerdictView = KeywordVerdict;

/** A file that flows send, and where WhatsApp fetches it. */
export type MediaView = Omit<MediaRecord, 'createdAt'> & { readonly url: string };

/** What a call that was tried came to. */
export interface TriedCall {
  readonly sample: Sample;
  readonly ms: number;
}
