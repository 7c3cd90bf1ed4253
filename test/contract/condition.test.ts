import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCondition, evaluate, holds, OPERATORS, variablesOf } from '../../nodes/contract/condition.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import { fillSentence } from '../../nodes/contract/sentence.ts';

const data: JsonObject = {
  n: 3,
  zero: 0,
  text: 'Crème brûlée',
  empty: '',
  none: null,
  list: [1, 2, 3],
  people: [
    { name: 'Ana', age: 30 },
    { name: 'Bo', age: 17 },
  ],
  contact: { tags: ['vip'] },
};

/** Every operator, with what it makes of the data above. */
const cases: readonly (readonly [operator: string, rule: Json, value: Json])[] = [
  ['var', { var: 'contact.tags.0' }, 'vip'],
  ['var', { var: ['missing', 'else'] }, 'else'],
  ['var', { var: 'none' }, null],
  ['missing', { missing: ['n', 'empty', 'nothing'] }, ['empty', 'nothing']],
  ['missing_some', { missing_some: [2, ['n', 'empty', 'nothing']] }, ['empty', 'nothing']],
  ['missing_some', { missing_some: [1, ['n', 'empty']] }, []],
  ['if', { if: [{ var: 'zero' }, 'a', { var: 'n' }, 'b', 'c'] }, 'b'],
  ['?:', { '?:': [false, 1, 2] }, 2],
  ['==', { '==': [{ var: 'n' }, '3'] }, true],
  ['===', { '===': [{ var: 'n' }, '3'] }, false],
  ['!=', { '!=': [1, 2] }, true],
  ['!==', { '!==': [1, '1'] }, true],
  ['!', { '!': [[]] }, true],
  ['!!', { '!!': ['0'] }, true],
  ['or', { or: [0, '', 'x'] }, 'x'],
  ['and', { and: [1, 0, 'x'] }, 0],
  ['>', { '>': [{ var: 'n' }, 2] }, true],
  ['>=', { '>=': [3, 3] }, true],
  ['<', { '<': [1, { var: 'n' }, 5] }, true],
  ['<=', { '<=': [1, 1, 0] }, false],
  ['max', { max: [1, 3, 2] }, 3],
  ['min', { min: [1, 3, 2] }, 1],
  ['+', { '+': ['1', 2] }, 3],
  ['-', { '-': [{ var: 'n' }] }, -3],
  ['*', { '*': [2, '3'] }, 6],
  ['/', { '/': [1, 4] }, 0.25],
  ['%', { '%': [7, 4] }, 3],
  ['in', { in: ['vip', { var: 'contact.tags' }] }, true],
  ['cat', { cat: ['a', 1, true] }, 'a1true'],
  ['substr', { substr: ['jsonlogic', -5] }, 'logic'],
  ['merge', { merge: [[1], 2, [[3]]] }, [1, 2, [3]]],
  ['map', { map: [{ var: 'list' }, { '*': [{ var: '' }, 2] }] }, [2, 4, 6]],
  ['filter', { filter: [{ var: 'people' }, { '>=': [{ var: 'age' }, 18] }] }, [{ name: 'Ana', age: 30 }]],
  ['reduce', { reduce: [{ var: 'list' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] }, 6],
  ['all', { all: [{ var: 'people' }, { '>': [{ var: 'age' }, 16] }] }, true],
  ['none', { none: [{ var: 'people' }, { '>': [{ var: 'age' }, 40] }] }, true],
  ['some', { some: [{ var: 'people' }, { '==': [{ var: 'name' }, 'Bo'] }] }, true],
  ['lower', { lower: 'ÄB' }, 'äb'],
  ['contains', { contains: [{ var: 'text' }, 'BRULEE'] }, true],
  ['contains', { contains: [{ var: 'contact.tags' }, 'vi'] }, false],
  ['empty', { empty: [{ var: 'nothing' }] }, true],
  ['empty', { empty: ['  '] }, true],
  ['empty', { empty: [{ var: 'zero' }] }, false],
];

describe('a rule', () => {
  test.each(cases)('with %s: %j is %j', (_, rule, value) => {
    expect(checkCondition(rule)).toBeUndefined();
    expect(evaluate(rule, data)).toEqual(value);
    const truthy = Array.isArray(value) ? value.length > 0 : Boolean(value);
    expect(holds(rule, data)).toBe(truthy);
  });

  test('is proved for every operator there is', () => {
    expect([...new Set(cases.map(([operator]) => operator))].sort()).toEqual([...OPERATORS].sort());
  });

  test('may be a plain value', () => {
    expect([true, 0, 'x', null, [], {}].map((rule) => holds(rule, data))).toEqual([
      ...[true, false, true, false, false, true],
    ]);
  });
});

const nested = (depth: number): Json => (depth === 0 ? true : { '!': [nested(depth - 1)] });

describe('a rule is refused', () => {
  test.each<[string, Json, RegExp]>([
    ['of an unknown operator', { eval: ['1'] }, /unknown operator "eval"/],
    ['that writes to the log', { log: 'x' }, /unknown operator "log"/],
    ['that calls methods', { method: ['x', 'toString'] }, /unknown operator "method"/],
    ['of an inherited operator', { constructor: ['x'] }, /unknown operator "constructor"/],
    ['of two operators in one', { '!': [1], '!!': [2] }, /2 operators instead of one/],
    ['that reads a prototype', { var: 'x.__proto__.y' }, /not a variable/],
    ['that reads a constructor', { missing: [{ var: ['constructor'] }] }, /not a variable/],
    ['too deep', nested(16), /levels deep/],
    ['too large', { and: Array.from({ length: 600 }, () => true) }, /500 parts/],
  ])('%s', (_, rule, problem) => {
    const said = checkCondition(rule);
    expect(said && fillSentence(said)).toMatch(problem);
  });

  test('but not for a deep or large one within the limits', () => {
    expect(checkCondition(nested(14))).toBeUndefined();
    expect(checkCondition({ and: Array.from({ length: 400 }, () => true) })).toBeUndefined();
  });
});

describe('a hostile rule', () => {
  test.each<[string, Json]>([
    ['a prototype', { var: { cat: ['__pro', 'to__'] } }],
    ['a constructor', { var: { cat: ['constr', 'uctor.name'] } }],
    ['a method', { var: 'text.toString' }],
    ['an inherited member of an item', { map: [{ var: 'list' }, { var: 'toFixed' }] }],
  ])('reads nothing of %s', (_, rule) => {
    expect([null, [null, null, null]]).toContainEqual(evaluate(rule, data));
  });

  test.each<[string, Json]>([
    ['a text', { reduce: [{ var: 'long' }, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] }],
    [
      'a list',
      { reduce: [{ var: 'long' }, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] },
    ],
    ['work', { map: [{ var: 'rows' }, { map: [{ var: '' }, { var: 'x' }] }] }],
  ])('that makes %s without end is stopped', (_, rule) => {
    const long = Array.from({ length: 1_000 }, () => ({}));
    expect(() => evaluate(rule, { long, rows: long.map(() => long) })).toThrow(/too much to work out/);
    expect(evaluate({ var: 'n' }, data)).toBe(3);
  });
});

test.each<[Json, readonly string[]]>([
  [{ '>': [{ var: 'a.b' }, { var: ['c', 1] }] }, ['a.b', 'c']],
  [{ map: [{ var: 'list' }, { var: 'item' }] }, ['list']],
  [{ var: '' }, []],
  ['plain', []],
])('%j reads %j', (rule, variables) => {
  expect(variablesOf(rule)).toEqual(variables);
});

test('a variable is read as in JSON-Logic, but only where a value has it of its own', () => {
  const paths = fc.constantFrom('a', 'b', 'a.b', 'a.0', 'b.a.b', 'c.1', 'a.b.c', '', 0, null);
  const known = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(known, paths, (values, path) => {
      const scope = values as JsonObject;
      expect(evaluate({ var: [path, 'else'] }, scope)).toEqual(reference(scope, path, 'else'));
    }),
  );
});

function reference(scope: JsonObject, path: Json, otherwise: Json): Json {
  if (path === '' || path === null) return scope;
  let found: Json = scope;
  for (const part of String(path).split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return otherwise;
    found = (found as JsonObject)[part] ?? null;
  }
  return found;
}
