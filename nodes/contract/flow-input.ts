import type { JsonObject } from './json.ts';
import type { ParamsOf, Schema } from './schema.ts';

/** The parameter of every node that enters another flow: the variables that flow begins with. */
export const inputProperty = {
  type: 'array',
  title: 'What to hand over to it',
  maxItems: 30,
  items: {
    type: 'object',
    required: ['name', 'text'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', title: 'Variable in that flow', format: 'variable' },
      text: { type: 'string', title: 'Text', format: 'template', maxLength: 10_000 },
    },
  },
} as const satisfies Schema;

export const inputOf = (input: ParamsOf<typeof inputProperty> = []): JsonObject =>
  Object.fromEntries(input.map(({ name, text }) => [name, text]));
