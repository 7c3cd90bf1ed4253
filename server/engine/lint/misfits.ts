import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { formats } from '../../../nodes/contract/formats.ts';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { ObjectSchema } from '../../../nodes/contract/schema.ts';
import { fieldName } from './walk-params.ts';

/** A value that its schema does not accept. */
export interface Misfit {
  readonly path: string;
  /** What is wrong, to be put behind the node's name: `"Question" is empty`. */
  readonly says: string;
  /** It is a setting the schema does not know. */
  readonly stray: boolean;
}

/** More than this about one node helps nobody. */
const MAX_MISFITS = 20;

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  verbose: true,
  // The names of variables have a rule of their own, with better sentences.
  formats: { ...formats, variable: true },
});

const compiled = new WeakMap<ObjectSchema, ValidateFunction>();

/** Where params do not fit their schema. */
export function findMisfits(schema: ObjectSchema, params: JsonObject): readonly Misfit[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(params)) return [];
  return (validate.errors ?? []).slice(0, MAX_MISFITS).map((error) => misfit(schema, error));
}

function misfit(schema: ObjectSchema, error: ErrorObject): Misfit {
  const base = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra: unknown = error.params['missingProperty'] ?? error.params['additionalProperty'];
  const path = [...base, ...(typeof extra === 'string' ? [extra] : [])].join('.');
  const says = SENTENCES[error.keyword]?.(error) ?? 'cannot be used as it is';
  return {
    path,
    says: `${fieldName(schema, path)} ${says}`,
    stray: error.keyword === 'additionalProperties',
  };
}

const KINDS: { readonly [type: string]: string } = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of settings',
};

const FORMATS: { readonly [format: string]: string } = {
  duration: 'a length of time such as 30s, 15m, 2h or 3d',
  'date-time': 'a date and time such as 2026-12-24T18:00',
};

type Sentence = (error: ErrorObject) => string;

const limit = ({ params }: ErrorObject): string => String(params['limit']);
const entries = (error: ErrorObject): string =>
  `${limit(error)} ${limit(error) === '1' ? 'entry' : 'entries'}`;

const SENTENCES: { readonly [keyword: string]: Sentence } = {
  required: () => 'is missing',
  additionalProperties: () => 'is a setting that this kind of node does not have',
  type: ({ params }) => `must be ${KINDS[String(params['type'])] ?? 'something else'}`,
  enum: ({ schema }) => `must be one of ${Array.isArray(schema) ? schema.join(', ') : 'the offered values'}`,
  format: ({ params }) => `must be ${FORMATS[String(params['format'])] ?? 'written differently'}`,
  pattern: ({ parentSchema }) => `is not written as it must be${example(parentSchema)}`,
  minLength: (error) =>
    limit(error) === '1' ? 'is empty' : `must be at least ${limit(error)} characters long`,
  maxLength: (error) => `is longer than ${limit(error)} characters`,
  minItems: (error) => `needs at least ${entries(error)}`,
  maxItems: (error) => `has more than ${entries(error)}`,
  minimum: (error) => `must be ${limit(error)} or more`,
  maximum: (error) => `must be ${limit(error)} or less`,
};

function example(schema: ErrorObject['parentSchema']): string {
  const examples: unknown = schema?.['examples'];
  return Array.isArray(examples) && examples.length > 0 ? `, for example ${String(examples[0])}` : '';
}
