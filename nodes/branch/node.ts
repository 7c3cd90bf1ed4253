import { checkCondition, holds } from '../contract/condition.ts';
import { defineNode, leave, type Remark } from '../contract/node-type.ts';
import { mistake, repeats } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { why } from './why.ts';

const ELSE = 'else';

const params = {
  type: 'object',
  required: ['branches'],
  additionalProperties: false,
  properties: {
    branches: {
      type: 'array',
      title: 'Branches',
      description: 'The first one whose condition holds is taken.',
      minItems: 1,
      maxItems: 30,
      items: {
        type: 'object',
        required: ['id', 'label', 'when'],
        additionalProperties: false,
        properties: {
          id: {
            type: 'string',
            title: 'Id',
            description: 'Names the way out; it stays when the label changes.',
            pattern: '^[A-Za-z0-9_-]{1,40}$',
          },
          label: { type: 'string', title: 'Label', minLength: 1, maxLength: 60 },
          when: { title: 'When', format: 'condition' },
        },
      },
    },
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Goes one of several ways, by what is known. */
export const node = defineNode({
  title: 'Branch',
  doc: 'Goes the first way whose condition holds, or else the last one.',
  params,
  ports: ({ branches = [] }) => [
    ...branches.map(({ id, label }) => ({ id, label })),
    { id: ELSE, label: 'Otherwise' },
  ],
  enter: ({ params, scope }) => leave(params.branches.find(({ when }) => holds(when, scope))?.id ?? ELSE),
  why: ({ params, scope }) => why(params.branches, scope),
  check,
});

function check({ branches }: Params): readonly Remark[] {
  const ids = branches.map(({ id }) => id);
  return [
    ...branches.flatMap(({ id, label, when }, index) => {
      const problem = checkCondition(when);
      return [
        ...(id === ELSE ? [mistake(`branches.${index}.id`, `"${ELSE}" names the last way out`)] : []),
        ...(problem ? [mistake(`branches.${index}.when`, `The condition of "${label}" ${problem}`)] : []),
      ];
    }),
    ...repeats(ids).map((index) =>
      mistake(`branches.${index}.id`, `Another branch has the id "${ids[index]}"`),
    ),
  ];
}
