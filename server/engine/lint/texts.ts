import { checkCondition, variablesOf } from '../../../nodes/contract/condition.ts';
import type { Json } from '../../../nodes/contract/json.ts';
import { checkPattern } from '../../../nodes/contract/keywords.ts';
import { parseTemplate, TemplateError } from '../../../nodes/contract/template.ts';
import { formatOf, type ParamValue } from './walk-params.ts';

/** What a param written in one of the small languages (templates, conditions, patterns) reads, or why it cannot be read. */
export interface TextReading {
  readonly path: string;
  readonly value: Json;
  readonly language: 'template' | 'condition' | 'pattern';
  /** The variables it reads, as dotted paths. */
  readonly reads: readonly string[];
  readonly mistake?: string;
}

export const readTexts = (values: readonly ParamValue[]): readonly TextReading[] =>
  values.flatMap(({ path, schema, value }) => {
    const reading = READERS[formatOf(schema) ?? '']?.(value);
    return reading ? [{ path, value, ...reading }] : [];
  });

type Reader = (value: Json) => Omit<TextReading, 'path' | 'value'> | undefined;

const readTemplate: Reader = (value) => {
  if (typeof value !== 'string') return undefined;
  try {
    return { language: 'template', reads: parseTemplate(value).reads };
  } catch (error) {
    if (error instanceof TemplateError) return { language: 'template', reads: [], mistake: error.message };
    throw error;
  }
};

const READERS: { readonly [format: string]: Reader } = {
  template: readTemplate,
  'url-template': readTemplate,
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
