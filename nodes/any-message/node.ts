import { defineNode, leave } from '../contract/node-type.ts';
import { say } from '../contract/sentence.ts';
import { scopeOf, scopeProperties } from '../contract/trigger.ts';

/** Starts the flow with any message that no closer trigger takes. */
export const node = defineNode({
  title: 'Any message',
  doc: 'Starts the flow with any message that no other trigger fits better.',
  params: { type: 'object', additionalProperties: false, properties: scopeProperties },
  ports: () => [{ id: 'next', label: 'Next' }],
  trigger: (params) => ({
    scope: scopeOf(params),
    interrupts: false,
    match: () => ({ fit: 'any' }),
    says: say('any message'),
  }),
  enter: () => leave('next'),
});
