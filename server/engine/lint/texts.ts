import { checkCondition, variablesOf } from '../../../nodes/contract/condition.ts';
import type { Json } from '../../../nodes/contract/json.ts';
import { checkPattern } from '../../../nodes/contract/keywords.ts';
import type { Sentence } from '../../../nodes/contract/sentence.ts';
import { parseTemplate, TemplateError } from '../../../nodes/contract/template.ts';
import { formatOf, type ParamValue } from './walk-params.ts';

/** What a param written in one of the small languages (templates, conditions, patterns) reads, or why it cannot be read. */
export interface TextReading {
  readonly path: string;
  readonly value: Json;
  readonly language: 'template' | 'condition' | 'pattern';
  /** The variables it reads, as dotted paths. */
  readonly reads: readonly string[];
  readonly mistake?: Sentence;
}

export const readTexts = (values: readonly ParamValue[]): readonly TextReading[] =>
  values.flatMap(({ path, schema, value }) => {
    const reading = READERS[formatOf(schema) ?? '']?.(value);
    return reading ? [{ path, value, ...reading }] : [];
  });

/** The names that a text reads, each without what it reads inside of it. */
export const rootsOf = ({ reads }: TextReading): readonly string[] => [
  ...new Set(reads.map((path) => path.split(/[.[]/)[0] ?? path)),
];

type Finding = Omit<TextReading, 'path' | 'value'>;
type Reader = (value: Json) => Finding | undefined;

function readTemplate(text: string): Finding {
  try {
    return { language: 'template', reads: parseTemplate(text).reads };
  } catch (error) {
    if (error instanceof TemplateError) return { language: 'template', reads: [], mistake: error.sentence };
    throw error;
  }
}

const REMEMBERED = 5_000;
const findings = new Map<string, Finding>();

/** An author changes one text and the whole flow is linted anew, so what short texts read is remembered. */
const readTemplateOnce: Reader = (value) => {
  if (typeof value !== 'string') return undefined;
  const finding = findings.get(value) ?? readTemplate(value);
  if (findings.size >= REMEMBERED) findings.clear();
  if (value.length < 1_000) findings.set(value, finding);
  return finding;
};

const READERS: { readonly [format: string]: Reader } = {
  template: readTemplateOnce,
  'url-template': readTemplateOnce,
  condition: (rule) => {
    const mistake = checkCondition(rule);
    return mistake === undefined
      ? { language: 'condition', reads: variablesOf(rule) }
      : { language: 'condition', reads: [], mistake };
  },
  pattern: (value) => {
    const mistake = typeof value === 'string' ? checkPattern(value) : undefined;
    return mistake === undefined ? undefined : { language: 'pattern', reads: [], mistake };
  },
};
