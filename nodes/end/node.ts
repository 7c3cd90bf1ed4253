import { defineNode } from '../contract/node-type.ts';

/** Ends the session, or returns to the flow that called this one. */
export const node = defineNode({
  title: 'End',
  doc: 'Ends the flow here; a flow that was called returns to its caller.',
  params: { type: 'object', additionalProperties: false, properties: {} },
  ports: () => [],
  enter: () => ({ move: 'end', why: 'completed' }),
});
