import { defineNode, leave } from '../contract/node-type.ts';
import { warning } from '../contract/remark.ts';

/** Marks that the contact did what the flow is for. */
export const node = defineNode({
  title: 'Goal',
  doc: 'Counts that the contact did what you hoped for, such as an order, with its value.',
  fresh: { goal: '' },
  params: {
    type: 'object',
    required: ['goal'],
    additionalProperties: false,
    properties: {
      goal: { type: 'string', title: 'Goal', minLength: 1, maxLength: 60, examples: ['order placed'] },
      value: {
        type: 'string',
        title: 'Value',
        description: 'A number, or a variable that holds one: {{ total }}.',
        format: 'template',
        maxLength: 200,
        examples: ['{{ total }}'],
      },
    },
  },
  ports: () => [{ id: 'next', label: 'Next' }],
  enter: ({ params: { goal, value = '' } }) => {
    const amount = amountOf(value);
    return leave('next', {
      effects: [{ type: 'reachGoal', goal, ...(amount !== undefined && { value: amount }) }],
    });
  },
  check: ({ value = '' }) =>
    value.trim() !== '' && !/\{\{|\{%/.test(value) && amountOf(value) === undefined
      ? [warning('value', '"{value}" is no number, so the goal counts without a value', { value })]
      : [],
});

/** A point before decimals; commas and blanks may group thousands. What is no number counts as none. */
function amountOf(text: string): number | undefined {
  const digits = text.trim().replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '');
  return /^[-+]?\d{1,15}(\.\d{1,10})?$/.test(digits) ? Number(digits) : undefined;
}
