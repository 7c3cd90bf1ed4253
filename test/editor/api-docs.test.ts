import { expect, test } from 'vitest';
import {
  addressOf,
  curlOf,
  type Description,
  fieldsOf,
  groupsOf,
  kindOf,
  limitsOf,
  missingIn,
  type Operation,
} from '../../editor/api-docs/description.ts';
import { openApi } from '../../server/api/openapi/openapi.ts';

const description = openApi('1', 'http://sluice.test') as Description;
const operations = groupsOf(description).flatMap((group) => group.operations);
const at = (anchor: string): Operation => {
  const found = operations.find((operation) => operation.anchor === anchor);
  if (!found) throw new Error(`no ${anchor}`);
  return found;
};

test('every operation of the description stands on the page once, under a place of its own', () => {
  const all = Object.values(description.paths).flatMap((methods) => Object.keys(methods));
  expect(operations).toHaveLength(all.length);
  expect(new Set(operations.map(({ anchor }) => anchor)).size).toBe(all.length);
});

test('a search finds by path, method and words', () => {
  const found = (text: string) =>
    groupsOf(description, text).flatMap((group) => group.operations.map(({ anchor }) => anchor));
  expect(found('duplicate')).toEqual(['post-/flows/{id}/duplicate']);
  expect(found('DELETE /flows/{id}')).toContain('delete-/flows/{id}');
  expect(found('put renames')).toEqual(['put-/flows/{id}/title']);
  expect(found('flows zebra')).toEqual([]);
});

test('an address has its parts filled in, safely', () => {
  const version = at('get-/flows/{id}/versions/{version}');
  expect(addressOf(version, { id: 'a b/c', version: '2' })).toBe('/flows/a%20b%2Fc/versions/2');
  expect(addressOf(version, {})).toBe('/flows/{id}/versions/{version}');
  expect(missingIn(version, { id: ' ' })).toEqual(['id', 'version']);
  expect(addressOf(at('get-/flows'), { archived: '1', other: 'x' })).toBe('/flows?archived=1');
});

test('a line for the terminal holds key, body and nothing that a shell would take for its own', () => {
  expect(curlOf(at('get-/flows'), 'http://s/api/v1', {})).toBe(
    `curl 'http://s/api/v1/flows' -H "Authorization: Bearer $SLUICE_KEY"`,
  );
  const put = curlOf(at('put-/flows/{id}/title'), 'http://s', { id: "it's" });
  expect(put).toContain(`-X PUT 'http://s/flows/it'\\''s/title'`);
  expect(put).toContain(`-d '{"name":`);
  expect(curlOf(at('post-/flows'), '', {})).toContain('--data-binary @FILE');
});

test('schemas are told in words', () => {
  expect(kindOf({ type: 'array', items: { type: 'string' } })).toBe('list of text');
  expect(kindOf({ enum: ['a', 'b'] })).toBe('"a" | "b"');
  expect(kindOf({ type: 'object', additionalProperties: { type: 'integer' } })).toBe('map of whole number');
  expect(kindOf({})).toBe('anything');
  expect(limitsOf({ type: 'string', minLength: 1, maxLength: 5, pattern: '\\S' })).toBe('1 to 5 characters');
  expect(limitsOf({ type: 'integer', minimum: 2 })).toBe('at least 2');
  const inside = { type: 'object', properties: { a: {} } };
  expect(fieldsOf({ type: 'array', items: inside })).toBe(inside);
  expect(fieldsOf({ type: 'string' })).toBeUndefined();
});
