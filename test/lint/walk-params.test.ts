import { expect, test } from 'vitest';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import { fillSentence, say } from '../../nodes/contract/sentence.ts';
import { fieldName, schemaAt, walkParams } from '../../server/engine/lint/walk-params.ts';

const schema: ObjectSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    text: { type: 'string', title: 'Text' },
    rows: {
      type: 'array',
      title: 'Rows',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { names: { type: 'array', items: { type: 'string', format: 'variable' } } },
      },
    },
  },
};

const paths = (value: object) => [...walkParams(schema, value as never)].map(({ path }) => path);

test('every value that the schema knows is met, outside in', () => {
  expect(paths({ text: 'a', rows: [{ names: ['b', 'c'] }] })).toEqual([
    '',
    'text',
    'rows',
    'rows.0',
    'rows.0.names',
    'rows.0.names.0',
    'rows.0.names.1',
  ]);
});

test('what the schema does not know, or what has another shape, is passed over', () => {
  expect(paths({ constructor: 1, rows: { names: [] } })).toEqual(['', 'rows']);
  expect(paths({ rows: [5, null] })).toEqual(['', 'rows', 'rows.0', 'rows.1']);
});

test('a field is named as its form names it', () => {
  const nameOf = (path: string) => fillSentence(say('{name}', { name: fieldName(schema, path) }));
  expect(nameOf('text')).toBe('"Text"');
  expect(nameOf('rows.1.names.0')).toBe('"names" no. 1 in "Rows" no. 2');
  expect(nameOf('rows.1.gone')).toBe('"gone" in "Rows" no. 2');
  expect(schemaAt(schema, 'rows.1.names.0')).toEqual({ type: 'string', format: 'variable' });
  expect(schemaAt(schema, 'rows.1.gone.x')).toBeUndefined();
});
