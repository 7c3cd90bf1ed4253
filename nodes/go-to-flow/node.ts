import { inputOf, inputProperty } from '../contract/flow-input.ts';
import { defineNode } from '../contract/node-type.ts';

/** Leaves this flow for another one, for good. */
export const node = defineNode({
  title: 'Go to flow',
  doc: 'Goes on in another flow and does not come back.',
  fresh: { flow: '' },
  params: {
    type: 'object',
    required: ['flow'],
    additionalProperties: false,
    properties: {
      flow: { type: 'string', title: 'Flow', format: 'flow', minLength: 1 },
      input: inputProperty,
    },
  },
  ports: () => [],
  enter: ({ params: { flow, input } }) => ({ move: 'jump', flow, input: inputOf(input) }),
});
