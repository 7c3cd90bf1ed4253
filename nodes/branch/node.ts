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
      description: 'Looked at from top to bottom; the first that fits is taken.',
      minItems: 1,
      maxItems: 30,
      items: {
        type: 'object',
        required: ['id', 'label', 'when'],
        additionalProperties: false,
        properties: {
          id: {
            type: 'string',
            title: 'Internal name',
            description: 'It stays the same when the name changes, so that lines stay too.',
            pattern: '^[A-Za-z0-9_-]{1,40}$',
          },
          label: { type: 'string', title: 'Name', minLength: 1, maxLength: 60 },
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
  doc: 'Goes different ways, depending on what is known: the first that fits, or else the last.',
  params,
  fresh: { branches: [{ id: 'branch-1', label: 'Branch 1', when: null }] },
  ports: ({ branches = [] }) => [
    ...branches.map(({ id, label }) => ({ id, label, authored: true as const })),
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
      // What a new branch begins with: it would never be taken.
      if (when === null) return [mistake(`branches.${index}.when`, 'Say when "{label}" is taken', { label })];
      const problem = checkCondition(when);
      return [
        ...(id === ELSE
          ? [
              mistake(
                `branches.${index}.id`,
                'The id "{id}" belongs to the way out "Otherwise"; choose another',
                {
                  id: ELSE,
                },
              ),
            ]
          : []),
        ...(problem
          ? [mistake(`branches.${index}.when`, 'The condition of "{label}" {problem}', { label, problem })]
          : []),
      ];
    }),
    ...repeats(ids).map((index) =>
      mistake(`branches.${index}.id`, 'Another branch has the id "{id}" too; each needs its own', {
        id: ids[index] ?? '',
      }),
    ),
  ];
}
