import type { FlowVersion } from '../../nodes/contract/flow.ts';

/** The flow of the benchmark: trigger, variable, condition, variable, message, end; one message in, one out. */
export const sixNodes: FlowVersion = {
  flow: 'bench',
  version: 1,
  name: 'Bench',
  order: 0,
  publishedAt: 0,
  layout: {},
  graph: {
    nodes: [
      { id: 'start', type: 'keyword', v: 1, params: { keywords: ['go', 'price', 'order'] } },
      {
        id: 'note',
        type: 'set-variable',
        v: 1,
        params: { assignments: [{ name: 'said', text: '{{ message.text }}' }] },
      },
      {
        id: 'known',
        type: 'branch',
        v: 1,
        params: {
          branches: [{ id: 'yes', label: 'Has a name', when: { '!=': [{ var: 'contact.name' }, ''] } }],
        },
      },
      {
        id: 'greet',
        type: 'set-variable',
        v: 1,
        params: { assignments: [{ name: 'who', text: '{{ contact.name }}' }] },
      },
      { id: 'answer', type: 'send-message', v: 1, params: { messages: [{ text: '{{ said }}' }] } },
      { id: 'end', type: 'end', v: 1, params: {} },
    ],
    edges: [
      { from: 'start', port: 'next', to: 'note' },
      { from: 'note', port: 'next', to: 'known' },
      { from: 'known', port: 'yes', to: 'greet' },
      { from: 'known', port: 'else', to: 'answer' },
      { from: 'greet', port: 'next', to: 'answer' },
      { from: 'answer', port: 'next', to: 'end' },
    ],
  },
};
