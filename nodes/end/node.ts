import { defineNode } from '../contract/node-type.ts';

/** Ends the session, or returns to the flow that called this one. */
export const node = defineNode({
  title: 'End',
  doc: 'The flow ends here; a flow that was called goes back to where it was called.',
  params: { type: 'object', additionalProperties: false, properties: {} },
  ports: () => [],
  enter: () => ({ move: 'end', why: 'completed' }),
});
