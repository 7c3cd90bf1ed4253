import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { formats } from '../../../nodes/contract/formats.ts';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { ObjectSchema } from '../../../nodes/contract/schema.ts';
import { type Filling, listed, quoted, type Sentence, say } from '../../../nodes/contract/sentence.ts';
import { REFERENCES } from './context.ts';
import { fieldName } from './walk-params.ts';

/** A value that its schema does not accept. */
export interface Misfit {
  readonly path: string;
  /** What is wrong, to be put behind the node's name: `"Question" is empty`. */
  readonly says: Sentence;
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
  const { says, values } = SENTENCES[error.keyword]?.(error) ?? say('{field} cannot be used as it is');
  return {
    path,
    says: say(says, { ...values, field: fieldName(schema, path) }),
    stray: error.keyword === 'additionalProperties',
  };
}

const KINDS: { readonly [type: string]: string } = {
  string: '{field} must be a text',
  integer: '{field} must be a whole number',
  number: '{field} must be a number',
  boolean: '{field} must be yes or no',
  array: '{field} must be a list',
  object: '{field} must be a group of settings',
};

const FORMATS: { readonly [format: string]: string } = {
  duration: '{field} must be a length of time such as 30s, 15m, 2h or 3d',
  'date-time': '{field} must be a date and time such as 2026-12-24T18:00',
};

/** Without its field, which is filled in for all of them. */
type Teller = (error: ErrorObject) => Sentence;

const within =
  (says: string): Teller =>
  ({ params }) =>
    say(says, { n: Number(params['limit']) });

const SENTENCES: { readonly [keyword: string]: Teller } = {
  required: () => say('{field} is missing'),
  additionalProperties: () => say('{field} is a setting that this kind of box does not have'),
  type: ({ params }) => say(KINDS[String(params['type'])] ?? '{field} must be something else'),
  enum: ({ schema, parentSchema }) =>
    say('{field} must be one of {values}', { values: offered(schema, parentSchema) }),
  format: ({ params }) => say(FORMATS[String(params['format'])] ?? '{field} must be written differently'),
  pattern: ({ parentSchema }) => example(parentSchema),
  minLength: (error) =>
    error.params['limit'] === 1
      ? say(isChosen(error.parentSchema) ? '{field} is not chosen yet' : '{field} is empty')
      : within('{field} must be at least {n} {n|character|characters} long')(error),
  maxLength: within('{field} is longer than {n} {n|character|characters}'),
  minItems: within('{field} needs at least {n} {n|entry|entries}'),
  maxItems: within('{field} has more than {n} {n|entry|entries}'),
  minimum: within('{field} must be {n} or more'),
  maximum: within('{field} must be {n} or less'),
};

/** It is picked from a list of things that exist, not written. */
const isChosen = (schema: ErrorObject['parentSchema']): boolean =>
  REFERENCES.some((format) => format === schema?.['format']);

function offered(values: unknown, schema: ErrorObject['parentSchema']): Filling {
  const labels: { readonly [value: string]: string } = schema?.['labels'] ?? {};
  return listed(
    (Array.isArray(values) ? values : []).map((value) => {
      const label = labels[String(value)];
      return label === undefined ? String(value) : quoted(say(label));
    }),
    'or',
  );
}

function example(schema: ErrorObject['parentSchema']): Sentence {
  const examples: unknown = schema?.['examples'];
  return Array.isArray(examples) && examples.length > 0
    ? say('{field} is not written as it must be, for example {example}', { example: String(examples[0]) })
    : say('{field} is not written as it must be');
}
