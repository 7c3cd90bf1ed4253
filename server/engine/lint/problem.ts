import type { Change } from '../../../nodes/contract/change.ts';
import { fillSentence, type Sentence } from '../../../nodes/contract/sentence.ts';
import { CODES, type Code, type Severity } from './codes.ts';

/** Something wrong with a flow, told to its author. */
export interface Problem extends Whereabouts {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence for somebody who does not program, in English. */
  readonly message: string;
  /** The same, to be put into another language. */
  readonly sentence: Sentence;
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
  /** What the click does, in English. */
  readonly label: string;
  /** The same, to be put into another language. */
  readonly sentence: Sentence;
  readonly change: Change;
}

export const fix = (sentence: Sentence, change: Change): Fix => ({
  label: fillSentence(sentence),
  sentence,
  change,
});

export const problem = (code: Code, sentence: Sentence, where: Whereabouts = {}, fix?: Fix): Problem => ({
  code,
  severity: CODES[code],
  ...where,
  message: fillSentence(sentence),
  sentence,
  ...(fix && { fix }),
});

export const isError = ({ severity }: Problem): boolean => severity === 'error';
