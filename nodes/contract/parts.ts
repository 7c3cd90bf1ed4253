import { type Json, type JsonObject, lookup } from './json.ts';
import type { ParamsOf, Schema } from './schema.ts';

/** The parameter of every node that gets an answer: which parts of it are kept in variables of their own. */
export const partsProperty = {
  type: 'array',
  title: 'Keep parts of it',
  description: 'Each in a variable of its own. A part that is not there is nothing (null).',
  maxItems: 50,
  items: {
    type: 'object',
    required: ['name', 'path'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', title: 'Variable', format: 'variable' },
      path: {
        type: 'string',
        title: 'Part',
        description: 'Where it is in the answer, such as items.0.price.',
        minLength: 1,
        maxLength: 200,
        examples: ['items.0.price'],
      },
    },
  },
} as const satisfies Schema;

/** The variables that parts of an answer go to. */
export const partsOf = (answer: Json, parts: ParamsOf<typeof partsProperty> = []): JsonObject =>
  Object.fromEntries(parts.map(({ name, path }) => [name, lookup(answer, path) ?? null]));
