import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Detail, problems } from '../problems.ts';
import type { JsonSchema } from './schema.ts';

/** Throws a problem that names everything that is wrong with a value. */
export type Check = (value: unknown) => void;

const MOST_ERRORS = 20;
const bodies = new Ajv({ allErrors: true, strict: true });
/** What comes in an address is always text. */
const queries = new Ajv({ allErrors: true, strict: true, coerceTypes: true });

export const checkBody = (schema: JsonSchema): Check => check(bodies.compile(schema));
/** Also turns texts into the numbers and truths that the schema wants. */
export const checkQuery = (schema: JsonSchema): Check => check(queries.compile(schema));

const check =
  (validate: ValidateFunction): Check =>
  (value) => {
    if (!validate(value)) throw problems.invalid((validate.errors ?? []).slice(0, MOST_ERRORS).map(detail));
  };

function detail(error: ErrorObject): Detail {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const inside = (key: unknown) => (path ? `${path}.${key}` : String(key));
  const { params } = error;
  if (error.keyword === 'additionalProperties') {
    const field = inside(params['additionalProperty']);
    return { field, message: `There is no field "${field}".` };
  }
  if (error.keyword === 'required') {
    const field = inside(params['missingProperty']);
    return { field, message: `The field "${field}" is missing.` };
  }
  const what = path ? `The field "${path}"` : 'The body';
  return { ...(path && { field: path }), message: `${what} ${says(error)}.` };
}

const says = ({ keyword, params, message = 'is not as it should be' }: ErrorObject): string =>
  keyword === 'enum' ? `must be one of ${(params['allowedValues'] as string[]).join(', ')}` : message;
