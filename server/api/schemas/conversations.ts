import { anything, list, moment, object, text } from '../schema.ts';

export const agent = text(80, 'Name of the agent');
export const eventId = {
  type: 'string',
  pattern: '^[\\w.-]{1,64}$',
  description: 'Makes a repeated request harmless: the same id twice is done once.',
} as const;
export const release = { type: 'string', enum: ['resolved', 'nobody', 'timedOut', 'customerLeft'] } as const;

export const summary = object({
  id: { type: 'string' },
  number: { type: 'string' },
  contact: object({ id: { type: 'string' } }, { name: { type: 'string' }, phone: { type: 'string' } }),
  owner: anything,
  updatedAt: moment,
});

export const conversation = object({
  conversation: anything,
  contact: anything,
  messages: list(anything),
  journal: list(anything),
});
