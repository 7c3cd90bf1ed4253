import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { draftOf, type FlowFile, fileOf } from '../../server/engine/flow-file/flow-file.ts';
import { readFlowFile } from '../../server/engine/flow-file/read-flow-file.ts';
import { writeFlowFile } from '../../server/engine/flow-file/write-flow-file.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][\w-]{0,10}$/);
const place = fc.record({
  x: fc.integer({ min: -9999, max: 9999 }),
  y: fc.integer({ min: -9999, max: 9999 }),
});
const optional = { requiredKeys: [] };

const params = fc
  .dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }))
  // JSON itself knows no minus zero.
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

const files = fc
  .record({
    name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
    more: fc.record({ description: fc.string(), labels: fc.array(fc.string()) }, optional),
    onFailure: fc.option(fc.record({ flow: id, team: id }, optional), { nil: undefined }),
    nodes: fc.uniqueArray(
      fc.record({
        ...{ id, type: id, v: fc.integer({ min: 1, max: 9 }), params, place },
        title: fc.option(fc.string(), { nil: undefined }),
      }),
      { selector: (node) => node.id, maxLength: 6 },
    ),
    edges: fc.array(fc.record({ from: id, port: fc.string(), to: id }), { maxLength: 6 }),
  })
  .map(
    ({ name, more, onFailure, nodes, edges }): FlowFile => ({
      ...{ spec: 2, name, ...more, edges },
      nodes: nodes.map(({ place: _, title, ...node }) => ({
        ...node,
        ...(title !== undefined && { title }),
      })),
      layout: Object.fromEntries(nodes.map((node) => [node.id, node.place])),
      ...(onFailure && { onFailure }),
    }),
  );

test('what was written is read back the same', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(readFlowFile(writeFlowFile(file), new Map()).file).toEqual(file);
    }),
  );
});

test('one flow is always the same text, however its fields are ordered', () => {
  const backwards = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(backwards)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, field]) => [key, backwards(field)]),
          )
        : value;
  fc.assert(
    fc.property(files, (file) => {
      expect(writeFlowFile(backwards(file) as FlowFile)).toBe(writeFlowFile(file));
    }),
  );
});

test('a draft and its title make the file, and the file gives them back', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(fileOf(file, draftOf(file))).toEqual(file);
    }),
  );
});
