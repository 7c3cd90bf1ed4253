import { checkCondition, evaluate, variablesOf } from '../contract/condition.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { defineNode, leave, type Remark } from '../contract/node-type.ts';
import { mistake, repeats, warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { parseTemplate, TemplateError } from '../contract/template.ts';

const params = {
  type: 'object',
  required: ['assignments'],
  additionalProperties: false,
  properties: {
    assignments: {
      type: 'array',
      title: 'Variables',
      description: 'All are worked out from what was known before this box, so their order does not matter.',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', title: 'Variable', format: 'variable' },
          text: { type: 'string', title: 'Text', format: 'template', maxLength: 10_000 },
          expression: {
            title: 'Or a calculation',
            description: 'For experts (JSON-Logic). Numbers stay numbers, lists stay lists.',
            format: 'condition',
          },
        },
      },
    },
  },
} as const satisfies ObjectSchema;

type Assignments = ParamsOf<typeof params>['assignments'];

/** Gives variables new values: texts with holes, or what an expression makes. */
export const node = defineNode({
  title: 'Set variables',
  doc: 'Remembers something under a name: a text or a calculation.',
  params,
  fresh: { assignments: [{ name: '', text: '' }] },
  ports: () => [{ id: 'next', label: 'Next' }],
  enter: ({ params, scope }) =>
    leave('next', {
      set: Object.fromEntries(
        params.assignments.map(({ name, text, expression }) => [
          name,
          expression === undefined ? (text ?? null) : calculate(expression, scope),
        ]),
      ),
    }),
  check: ({ assignments }) => [...assignments.flatMap(checkValue), ...checkNames(assignments)],
});

/** JSON-Logic may divide by zero or find nothing; what is no JSON becomes null. */
const calculate = (expression: Json, scope: JsonObject): Json =>
  JSON.parse(JSON.stringify([evaluate(expression, scope)]))[0];

function checkValue({ name, text, expression }: Assignments[number], index: number): readonly Remark[] {
  const field = `assignments.${index}`;
  if (text === undefined && expression === undefined) {
    return [mistake(field, 'Give "{name}" a text or a calculation', { name })];
  }
  if (text !== undefined && text !== '' && expression !== undefined) {
    return [mistake(field, 'Give "{name}" a text or a calculation, not both', { name })];
  }
  const problem = expression === undefined ? undefined : checkCondition(expression);
  return problem
    ? [mistake(`${field}.expression`, 'The calculation of "{name}" {problem}', { name, problem })]
    : [];
}

function checkNames(assignments: Assignments): readonly Remark[] {
  const names = assignments.map(({ name }) => name);
  return [
    ...repeats(names).map((index) =>
      mistake(`assignments.${index}.name`, '"{name}" is set twice here; only the last one would count', {
        name: names[index] ?? '',
      }),
    ),
    ...assignments.flatMap((assignment, index) =>
      names
        .filter((name, other) => other < index && reads(assignment).includes(name))
        .map((name) =>
          warning(
            `assignments.${index}`,
            'Reads "{name}" as it was before this box; to read the new value, set it in a box before',
            { name },
          ),
        ),
    ),
  ];
}

/** The variables a value is made of, by the first part of their paths. */
function reads({ text = '', expression = null }: Assignments[number]): readonly string[] {
  return [...templateReads(text), ...variablesOf(expression)].map((path) => path.split('.')[0] ?? '');
}

function templateReads(text: string): readonly string[] {
  try {
    return parseTemplate(text).reads;
  } catch (error) {
    if (error instanceof TemplateError) return []; // said of every template, wherever it stands
    throw error;
  }
}
