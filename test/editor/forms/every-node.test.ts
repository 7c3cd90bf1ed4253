import { MantineProvider } from '@mantine/core';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { SchemaForm } from '../../../editor/forms/SchemaForm.tsx';
import { formOf } from '../../../editor/lib/faces.ts';
import { applyChange } from '../../../nodes/contract/change.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { ObjectSchema } from '../../../nodes/contract/schema.ts';
import { freshParams } from '../../../server/api/flows/fresh-params.ts';
import { loadNodeTypes } from '../../../server/runtime/load-node-types.ts';
import { readCases } from '../../nodes/case.ts';

// The real one draws itself only in a browser.
vi.mock('../../../editor/forms/parts/CodeMirrorBox.tsx', () => ({
  CodeMirrorBox: ({ text }: { readonly text: string }) => createElement('pre', null, text),
}));

const types = [...(await loadNodeTypes())];

/** What a form shows of params, as a page without scripts. */
function drawn(
  name: string,
  schema: ObjectSchema,
  value: JsonObject,
  set: Parameters<typeof SchemaForm>[0]['change'] = nothing,
) {
  const form = createElement(SchemaForm, { schema, value, hints: formOf(name), change: set });
  const page = renderToString(
    createElement(MantineProvider, { withCssVariables: false, withStaticClasses: false }, form),
  );
  return page
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
const nothing = () => undefined;

/** Every text and number inside of a value. */
const leavesOf = (value: Json): readonly (string | number)[] =>
  typeof value === 'string' || typeof value === 'number'
    ? [value]
    : Array.isArray(value)
      ? (value as readonly Json[]).flatMap(leavesOf)
      : isObject(value)
        ? Object.values(value).flatMap(leavesOf)
        : [];

/** Lengths of time are shown in two parts, and ids of ways out only where they are wrong. */
function shownLeaves(value: Json): readonly (string | number)[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(shownLeaves);
  if (!isObject(value)) return leavesOf(value).map((leaf) => /^(\d+)[smhd]$/.exec(String(leaf))?.[1] ?? leaf);
  const isWay = typeof value['id'] === 'string' && 'label' in value;
  return Object.entries(value).flatMap(([key, part]) => (isWay && key === 'id' ? [] : shownLeaves(part)));
}

test.each(types)(
  'the form of %s shows everything that new ones and examples hold',
  async (name, { params: schema, ...type }) => {
    const cases = await readCases(name);
    const all = [
      freshParams({ params: schema, ...type }),
      ...cases.flatMap(({ params }) => (params ? [params] : [])),
    ];
    const distinct = new Map(all.map((params) => [JSON.stringify(params), params]));
    for (const params of distinct.values()) {
      const page = drawn(name, schema, params);
      for (const leaf of shownLeaves(params)) {
        const text = String(leaf).split('\n')[0] ?? '';
        expect(page, `${JSON.stringify(params)} loses ${leaf}`).toContain(text.replaceAll(/\{\{.*/g, ''));
      }
    }
  },
);

const damage = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<Json>;

test.each(types)(
  'the form of %s draws damaged params, and changes nothing by that',
  (name, { params: schema }) => {
    const fields = [...Object.keys(schema.properties), 'from the future'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), damage), (params) => {
        let edits = 0;
        const count = () => {
          edits += 1;
        };
        expect(drawn(name, schema, params, count)).toContain('schema-form');
        expect(edits).toBe(0);
      }),
      { numRuns: 6 },
    );
  },
);

test.each(types)(
  'what %s does not know is shown, and outlives every edit beside it',
  (name, { params: schema }) => {
    const [field] = Object.keys(schema.properties);
    const params: JsonObject = { colour: 'ultramarine', depth: { fathoms: 4711 } };
    const page = drawn(name, schema, params);
    for (const word of ['colour', 'ultramarine', 'fathoms', '4711']) expect(page).toContain(word);
    const graph = { nodes: [{ id: 'n', type: name, v: 1, params }], edges: [] };
    const edited = applyChange(graph, { type: 'setParam', node: 'n', path: field ?? 'x', value: 'y' });
    expect(edited.nodes[0]?.params).toMatchObject(params);
  },
);

test('every field of every node has a name that people read', () => {
  for (const [name, { params: schema }] of types) {
    const page = drawn(name, schema, {});
    for (const [field, { title }] of Object.entries(schema.properties)) {
      const isUseful = formOf(name).isUseful?.(field, {}) ?? true;
      if (isUseful && !formOf(name).rare?.includes(field)) expect(page, `${name}.${field}`).toContain(title);
    }
  }
});
