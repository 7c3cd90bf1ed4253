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
      description: 'If an answer does not fit, the question is asked again.',
      enum: KINDS,
      labels: {
        text: 'Any text',
        number: 'A number',
        email: 'An e-mail address',
        phone: 'A phone number',
        date: 'A date',
        yesNo: 'Yes or no',
        location: 'A place on the map',
        media: 'A picture, video, recording or document',
      },
      default: 'text',
    },
    saveAs: {
      type: 'string',
      title: 'Keep the answer as',
      description: 'A name of your choice; in texts write {{ name }} to use the answer.',
      format: 'variable',
      examples: ['name'],
    },
    min: {
      type: 'number',
      title: 'At least',
      description: 'The smallest number, or the fewest characters of a text.',
    },
    max: {
      type: 'number',
      title: 'At most',
      description: 'The largest number, or the most characters of a text.',
    },
    collectSeconds: {
      type: 'integer',
      title: 'Wait for more messages, in seconds',
      description: 'People often answer in several short messages; those within this time are one answer.',
      minimum: 1,
      maximum: 120,
    },
    ...triesProperties,
    noReply: noReplyProperty,
    fallback: fallbackProperty,
  },
} as const satisfies ObjectSchema;

export type Params = ParamsOf<typeof params>;
