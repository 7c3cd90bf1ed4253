import type { OutboundTemplate } from './message.ts';
import type { Port } from './node-type.ts';
import type { Schema } from './schema.ts';

/** WhatsApp lets a business write freely for 24 hours after the contact's last message; then only templates. */
export const WINDOW_MS = 24 * 3_600_000;

/** Whether anything but a template may be sent at a moment. Never, to somebody who has not written yet. */
export const windowOpen = (lastInboundAt: number | undefined, at: number): boolean =>
  lastInboundAt !== undefined && at < lastInboundAt + WINDOW_MS;

/** The parameter of every node that sends: the approved template that goes out when the window is closed. */
export const fallbackProperty = {
  type: 'object',
  title: 'If WhatsApp’s 24 hours are over, send this template',
  description:
    'WhatsApp lets you write freely for 24 hours after the contact’s last message; after that only approved templates arrive.',
  additionalProperties: false,
  required: ['name', 'language'],
  properties: {
    name: { type: 'string', title: 'Template', pattern: '^[a-z0-9_]{1,512}$', examples: ['order_ready'] },
    language: { type: 'string', title: 'Language', pattern: '^[a-z]{2,3}(_[A-Z]{2})?$', examples: ['th'] },
    body: {
      type: 'array',
      title: 'Texts for its numbered gaps, in order',
      items: { type: 'string', format: 'template' },
    },
  },
} as const satisfies Schema;

export type Fallback = Pick<OutboundTemplate, 'name' | 'language' | 'body'>;

/** The way out of a node that had something to say when the window was closed, and no template for that. */
export const windowPort = (fallback: Fallback | undefined): readonly Port[] =>
  fallback ? [] : [{ id: 'windowClosed', label: '24 hours are over', when: 'window' }];
