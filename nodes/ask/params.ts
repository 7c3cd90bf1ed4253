import { noReplyProperty } from '../contract/no-reply.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { triesProperties } from '../contract/tries.ts';
import { fallbackProperty } from '../contract/window.ts';
import { KINDS } from './read-answer.ts';

export const params = {
  type: 'object',
  required: ['question', 'saveAs'],
  additionalProperties: false,
  properties: {
    question: { type: 'string', title: 'Question', format: 'template', minLength: 1, maxLength: 4096 },
    kind: {
      type: 'string',
      title: 'The answer is',
      description: 'What does not fit is asked for again.',
      enum: KINDS,
      default: 'text',
    },
    saveAs: { type: 'string', title: 'Keep the answer as', format: 'variable', examples: ['name'] },
    min: {
      type: 'number',
      title: 'At least',
      description: 'For a number its value, for a text its length.',
    },
    max: { type: 'number', title: 'At most', description: 'For a number its value, for a text its length.' },
    collectSeconds: {
      type: 'integer',
      title: 'Wait for more, in seconds',
      description: 'Several messages, each within this time of the one before, are one answer.',
      minimum: 1,
      maximum: 120,
    },
    ...triesProperties,
    noReply: noReplyProperty,
    fallback: fallbackProperty,
  },
} as const satisfies ObjectSchema;

export type Params = ParamsOf<typeof params>;
