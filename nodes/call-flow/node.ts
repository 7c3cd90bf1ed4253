import { inputOf, inputProperty } from '../contract/flow-input.ts';
import { defineNode, leave } from '../contract/node-type.ts';
import { type Reason, reason } from '../contract/reason.ts';
import type { Ending } from '../contract/session.ts';

const PORTS: { readonly [why in Ending]: string } = {
  completed: 'completed',
  expired: 'expired',
  left: 'expired',
  failed: 'failed',
};

const CAME_BACK: { readonly [why in Ending]: string } = {
  completed: 'The other flow reached its end',
  expired: 'Nobody answered in the other flow',
  left: 'The contact left the other flow',
  failed: 'The other flow failed: {detail}',
};

/** Runs another flow in the middle of this one and comes back. */
export const node = defineNode({
  title: 'Call flow',
  doc: 'Runs another flow and comes back here with what it found out.',
  fresh: { flow: '' },
  params: {
    type: 'object',
    required: ['flow'],
    additionalProperties: false,
    properties: {
      flow: { type: 'string', title: 'Flow', format: 'flow', minLength: 1 },
      input: inputProperty,
      saveAs: {
        type: 'string',
        title: 'Keep its variables as',
        description: 'All of them, under one name; use them as {{ result.answer }}.',
        format: 'variable',
        examples: ['result'],
      },
    },
  },
  ports: () => [
    { id: 'completed', label: 'Finished' },
    { id: 'expired', label: 'Nobody answered', when: 'silence' },
    { id: 'failed', label: 'Failed', when: 'failed' },
  ],
  enter: ({ params: { flow, input } }) => ({ move: 'call', flow, input: inputOf(input) }),
  resume: ({ params: { saveAs } }, event) => {
    if (event.type !== 'flowReturned') return leave('failed');
    return leave(PORTS[event.why], saveAs === undefined ? {} : { set: { [saveAs]: event.vars } });
  },
  why: (_visit, _outcome, event): readonly Reason[] =>
    event?.type === 'flowReturned' ? [reason(CAME_BACK[event.why], { detail: event.detail ?? '' })] : [],
});
