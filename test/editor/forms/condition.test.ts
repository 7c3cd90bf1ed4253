import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCondition } from '../../../editor/forms/model/condition/read-condition.ts';
import {
  ALONE,
  type ConditionGroup,
  type ConditionPart,
  type ConditionRow,
  LISTING,
  OPERATORS,
  type Operand,
  ORDERING,
  operandOf,
  withOperator,
} from '../../../editor/forms/model/condition/rows.ts';
import { writeCondition } from '../../../editor/forms/model/condition/write-condition.ts';
import { checkCondition, evaluate, holds, variablesOf } from '../../../nodes/contract/condition.ts';
import type { Json, JsonObject } from '../../../nodes/contract/json.ts';

const paths = fc.constantFrom('order', 'contact.name', 'answer.body.total', 'now', '');
const plain = fc.string({ maxLength: 6 });
const operands: fc.Arbitrary<Operand> = fc.oneof(
  plain.map((text): Operand => ({ is: 'text', text })),
  fc.integer({ min: -50, max: 50 }).map((number): Operand => ({ is: 'number', number })),
  fc.boolean().map((truth): Operand => ({ is: 'truth', truth })),
  paths.map((text): Operand => ({ is: 'variable', text })),
);
const lists = fc
  .array(fc.oneof(plain, fc.integer({ min: -9, max: 9 })), { maxLength: 3 })
  .map((items): Operand => ({ is: 'list', items }));
const dates = fc
  .constantFrom('2026-12-24', '2026-01-01T09:00')
  .map((text): Operand => ({ is: 'date', text }));

const rows: fc.Arbitrary<ConditionRow> = fc.constantFrom(...OPERATORS).chain((operator) => {
  const row = paths.map((left): ConditionRow => ({ is: 'row', left, operator }));
  if (ALONE.has(operator)) return row;
  const right = LISTING.has(operator)
    ? lists
    : operator === 'startsWith'
      ? plain.map((text): Operand => ({ is: 'text', text }))
      : ORDERING.has(operator)
        ? fc.oneof(operands, dates)
        : operands;
  return fc.tuple(row, right).map(([one, operand]) => ({ ...one, right: operand }));
});
const { group: groups } = fc.letrec<{ group: ConditionGroup; part: ConditionPart }>((tie) => ({
  part: fc.oneof({ depthSize: 'small', maxDepth: 2 }, rows, tie('group')),
  group: fc.record({
    is: fc.constant('group' as const),
    join: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    parts: fc.array(tie('part'), { maxLength: 3 }),
  }),
}));

test('what the builder writes it reads back the same', () => {
  fc.assert(
    fc.property(groups, (group) => {
      expect(readCondition(writeCondition(group))).toEqual(group);
    }),
  );
});

test('what the builder writes is a condition that flows accept', () => {
  fc.assert(
    fc.property(groups, (group) => {
      expect(checkCondition(writeCondition(group))).toBeUndefined();
    }),
  );
});

const data = fc
  .tuple(fc.oneof(plain, fc.integer({ min: -9, max: 9 }), fc.constant(null)), plain)
  .map(([order, name]): JsonObject => ({ order, contact: { name }, now: '2026-06-01T02:00:00.000Z' }));

/** JSON-Logic as people write it by hand. */
const { rule: rules } = fc.letrec<{ rule: Json }>((tie) => {
  const variable = fc.oneof(
    paths.map((path) => ({ var: path })),
    paths.map((path) => ({ var: [path] })),
    fc.constant({ var: ['order', 'none'] }),
  );
  const value = fc.oneof(
    plain,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    variable,
  ) as fc.Arbitrary<Json>;
  const operator = fc.constantFrom('==', '!=', '===', '<', '>', '>=', 'in', 'contains', 'startsWith');
  return {
    rule: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.tuple(operator, variable, value).map(([name, left, right]) => ({ [name]: [left, right] })),
      fc.tuple(variable, plain).map(([of, text]) => ({ '==': [{ substr: [of, 0, text.length] }, text] })),
      variable.map((one) => ({ empty: one })),
      variable,
      fc.array(tie('rule'), { maxLength: 3 }).map((all) => ({ and: all })),
      fc.array(tie('rule'), { maxLength: 3 }).map((any) => ({ or: any })),
      tie('rule').map((not) => ({ '!': not })),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    ),
  };
});

test('a rule that the builder can show means the same after it has been through it', () => {
  let shown = 0;
  fc.assert(
    fc.property(rules, data, (rule, scope) => {
      const group = readCondition(rule);
      if (!group || checkCondition(rule) !== undefined) return;
      shown += 1;
      const again = writeCondition(group);
      expect(holds(again, scope)).toBe(holds(rule, scope));
      expect(new Set(variablesOf(again))).toEqual(new Set(variablesOf(rule)));
    }),
    { numRuns: 2000 },
  );
  expect(shown).toBeGreaterThan(100);
});

test.each<[Json]>([
  [{ '+': [1, 2] }],
  [{ '==': [{ var: 'a' }, 1], '!=': [2, 3] }],
  [{ '==': [1, { var: 'a' }] }],
  [{ some: [{ var: 'items' }, { '==': [{ var: '' }, 1] }] }],
  [{ '==': [{ var: ['a', 'fallback'] }, 1] }],
  [{ '===': [{ var: 'a' }, 1] }],
  [{ and: 'all' }],
  [true],
  ['text'],
  [[1]],
])('%j is left as it is', (rule) => {
  expect(readCondition(rule)).toBeUndefined();
});

test('rows mean what they say', () => {
  const scope = { order: 'Green tea', now: '2026-06-01T02:00:00Z', paid: true, n: 5, list: [] };
  const row = (left: string, operator: ConditionRow['operator'], value: string | number = '') =>
    evaluate(
      writeCondition({
        is: 'group',
        join: 'all',
        parts: [withOperator({ is: 'row', left, operator }, operator, operandOf(operator, value))],
      }),
      scope,
    );
  expect(row('order', 'startsWith', 'Green')).toBe(true);
  expect(row('order', 'contains', 'TEA')).toBe(true);
  expect(row('order', 'lacks', 'coffee')).toBe(true);
  expect(row('order', 'oneOf', 'Green tea')).toBe(true);
  expect(row('now', 'more', '2026-05-31')).toBe(true);
  expect(row('now', 'less', '2026-05-31')).toBe(false);
  expect(row('n', 'atLeast', 5)).toBe(true);
  expect(row('list', 'empty')).toBe(true);
  expect(row('paid', 'holds')).toBe(true);
  expect(row('nothing', 'filled')).toBe(false);
});

test('another operator keeps what it can of the value', () => {
  const row = { is: 'row', left: 'a', operator: 'is' } as const;
  expect(withOperator(row, 'oneOf', { is: 'text', text: 'x' }).right).toEqual({ is: 'list', items: ['x'] });
  expect(withOperator(row, 'is', { is: 'list', items: ['x', 'y'] }).right).toEqual({ is: 'text', text: 'x' });
  expect(withOperator(row, 'less', { is: 'text', text: '2026-01-01' }).right).toMatchObject({ is: 'date' });
  expect(withOperator(row, 'startsWith', { is: 'number', number: 5 }).right).toEqual({
    is: 'text',
    text: '5',
  });
  expect(withOperator(row, 'empty', { is: 'text', text: 'x' })).toEqual({
    is: 'row',
    left: 'a',
    operator: 'empty',
  });
});
