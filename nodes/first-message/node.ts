import { defineNode, leave } from '../contract/node-type.ts';
import { say } from '../contract/sentence.ts';
import { scopeOf, scopeProperties } from '../contract/trigger.ts';

/** Starts the flow when somebody writes on a number for the first time. */
export const node = defineNode({
  title: 'First message',
  doc: 'Starts the flow when a contact writes to this number for the very first time.',
  params: { type: 'object', additionalProperties: false, properties: scopeProperties },
  ports: () => [{ id: 'next', label: 'Next' }],
  trigger: (params) => ({
    scope: scopeOf(params),
    interrupts: false,
    match: ({ first }) => (first ? { fit: 'first' } : undefined),
    says: say('the first message of a contact'),
  }),
  enter: () => leave('next'),
});
