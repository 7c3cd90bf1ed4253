import { describe, expect, test } from 'vitest';
import { ago } from '../../editor/lib/ago.ts';
import { fill } from '../../editor/lib/texts.ts';
import { diffLines, diffMarks, valueWords } from '../../editor/publishing/diff-words.ts';
import { namesOf, type TypeWords } from '../../editor/publishing/names.ts';
import { placesIn } from '../../editor/publishing/places.ts';
import { type PublishingKey, publishingTexts } from '../../editor/publishing/texts.ts';
import { together } from '../../editor/publishing/together.ts';
import type { GraphNode } from '../../nodes/contract/flow.ts';
import { diffGraphs } from '../../nodes/contract/flow-diff.ts';
import type { ObjectSchema } from '../../nodes/contract/schema.ts';
import type { GraphView, NodeTypeView, PlaceInside } from '../../server/api/contract.ts';

const t = (key: PublishingKey, values = {}) => fill('en', publishingTexts.en[key], values);

const typeView = (type: string, title: string, properties: ObjectSchema['properties']): NodeTypeView => ({
  ...{ type, title, doc: '', isTrigger: false, v: 1 },
  params: { type: 'object', required: [], additionalProperties: false, properties },
  fresh: { params: {}, ports: [] },
});
const types: ReadonlyMap<string, NodeTypeView> = new Map([
  [
    'ask',
    typeView('ask', 'Ask', {
      question: { type: 'string', title: 'Question' },
      options: {
        type: 'array',
        items: {
          type: 'object',
          required: [],
          additionalProperties: false,
          properties: { label: { type: 'string', title: 'Label' } },
        },
      },
    }),
  ],
  ['wait', typeView('wait', 'Wait', {})],
]);

const node = (id: string, params = {}, title?: string, type = 'ask'): GraphNode => ({
  ...{ id, type, v: 1, params },
  ...(title !== undefined && { title }),
});
const view = (nodes: readonly GraphNode[], edges: GraphView['graph']['edges'] = []): GraphView => ({
  graph: { nodes, edges },
  layout: Object.fromEntries(nodes.map(({ id }, i) => [id, { x: i, y: 0 }])),
  ports: Object.fromEntries(nodes.map(({ id }) => [id, [{ id: 'answered', label: 'Answered' }]])),
});
const english: TypeWords = {
  titleOf: ({ title }) => title,
  schemaOf: ({ params }) => params,
  portLabel: (_type, { label }) => label,
};
const wordsOf = (before: GraphView, after: GraphView) =>
  diffLines(diffGraphs(before, after), namesOf([after, before], types, english), t);

describe('a difference in words', () => {
  test('names boxes and fields as the screen does', () => {
    const lines = wordsOf(
      view([node('a', { question: 'Name?' }, 'The name'), node('b')]),
      view([node('a', { question: 'Who?' }, 'The name'), node('c', {}, undefined, 'wait')]),
    );
    expect(lines).toEqual([
      {
        ...{ is: 'changed', node: 'a', title: 'The name', kind: 'Ask' },
        details: [{ says: 'Question', before: 'Name?', after: 'Who?' }],
      },
      { is: 'added', node: 'c', title: 'Wait', details: [] },
      { is: 'removed', title: 'Ask', details: [] },
    ]);
  });

  test('tells where ways lead now, and where they led', () => {
    const nodes = [node('a', {}, 'A'), node('b', {}, 'B'), node('c', {}, 'C')];
    const way = (to: string) => ({ from: 'a', port: 'answered', to });
    const detail = (before: GraphView, after: GraphView) => wordsOf(before, after)[0]?.details[0]?.says;
    expect(detail(view(nodes, [way('b')]), view(nodes, [way('c')]))).toBe(
      '“Answered” leads to “C” instead of “B”',
    );
    expect(detail(view(nodes), view(nodes, [way('c')]))).toBe('“Answered” now leads to “C”');
    expect(detail(view(nodes, [way('c')]), view(nodes))).toBe('“Answered” no longer leads to “C”');
  });

  test('tells of boxes that were only moved in one line', () => {
    const [a, b] = [node('a'), node('b')];
    expect(wordsOf(view([a, b]), view([b, a]))).toEqual([
      { is: 'moved', title: '2 boxes were only moved', details: [] },
    ]);
    expect(wordsOf(view([a]), view([a]))).toEqual([]);
  });

  test('tells of the name, and of where failures go', () => {
    const both = view([]);
    const diff = diffGraphs(
      { ...both, name: 'Old' },
      { ...both, name: 'New', graph: { ...both.graph, onFailure: { team: 'sales' } } },
    );
    expect(diffLines(diff, namesOf([both], types, english), t).map(({ title }) => title)).toEqual([
      'The flow is now called “New” (before: “Old”)',
      'What happens when something fails was changed',
    ]);
  });

  test('bears types, fields and boxes that nobody knows', () => {
    const names = namesOf([view([node('a', {}, undefined, 'odd')])], types, english);
    expect([names.node('a'), names.node('gone'), names.type('odd'), names.port('a', 'x')]).toEqual([
      'odd',
      'gone',
      'odd',
      'x',
    ]);
    expect([
      names.field('ask', 'options.r.label'),
      names.field('ask', 'options.0'),
      names.field('odd', 'x.y'),
    ]).toEqual(['options › Label', 'options › 1', 'x.y']);
  });
});

describe('a value in words', () => {
  test.each([
    [undefined, 'nothing'],
    ['', 'nothing'],
    [[], 'nothing'],
    [true, 'yes'],
    [12, '12'],
    [['a', 'b'], 'a, b'],
    [[{ id: 'r', label: 'Red' }], 'Red'],
    [{ x: 1, y: 2 }, '2 entries'],
    ['x'.repeat(500), `${'x'.repeat(119)}…`],
    [Array(60).fill('long'), '60 entries'],
  ])('%j', (value, words) => expect(valueWords(value, t)).toBe(words));
});

test('the canvas marks what differs; a box whose ways were turned is changed', () => {
  const before = view([node('a'), node('b'), node('x')], [{ from: 'a', port: 'answered', to: 'b' }]);
  const after = view([node('b'), node('a'), node('y')]);
  expect(diffMarks(diffGraphs(before, after))).toEqual({
    a: 'changed',
    b: 'moved',
    x: 'removed',
    y: 'added',
  });
});

test('one box in several versions is one place, told with where people must go', () => {
  const place = (version: number, people: number, more: Partial<PlaceInside> = {}): PlaceInside => ({
    ...{ version, node: 'a', type: 'ask', people, away: 0, withAgents: 0, isFollowUp: false },
    ...more,
  });
  const found = placesIn({
    places: [
      place(3, 2, { goes: { is: 'stays' } }),
      place(1, 5, { goes: { is: 'arrives', node: 'b' } }),
      place(1, 9, { node: 'c' }),
      place(1, 1, { isFollowUp: true }),
    ],
  });
  expect(found).toMatchObject([
    { node: 'c', people: 9 },
    { node: 'a', people: 7, versions: [1, 3], goes: { is: 'arrives', node: 'b' }, isFollowUp: false },
    { node: 'a', people: 1, isFollowUp: true },
  ]);
});

test.each([
  [0, 'now'],
  [59_000, 'now'],
  [60_000, '1 minute ago'],
  [5 * 3_600_000, '5 hours ago'],
  [24 * 3_600_000, 'yesterday'],
  [15 * 86_400_000, '2 weeks ago'],
  [800 * 86_400_000, '2 years ago'],
])('%d ms ago is %s', (ms, words) => {
  expect(ago(1e12 - ms, 1e12, 'en')).toBe(words);
});

test('two states are drawn together: what is gone stands where it was, with its lines', () => {
  const box = (id: string) => ({ id, type: 'end', v: 1, params: {} });
  const line = (from: string, port: string, to: string) => ({ from, port, to });
  const from = {
    name: 'F',
    graph: {
      nodes: [box('a'), box('b'), box('c')],
      edges: [line('a', 'next', 'b'), line('a', 'other', 'c'), line('b', 'next', 'c')],
    },
    layout: { a: { x: 0, y: 0 }, b: { x: 1, y: 1 }, c: { x: 2, y: 2 } },
    ports: { b: [{ id: 'next', label: 'Next' }] },
  };
  const to = {
    name: 'F',
    graph: { nodes: [box('a'), box('c')], edges: [line('a', 'next', 'c')] },
    layout: { a: { x: 9, y: 9 }, c: { x: 2, y: 2 } },
    ports: {},
  };
  const { graph, layout, ports } = together({ from, to });
  expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  // a's way out "next" leads to c now; it is not drawn twice.
  expect(graph.edges).toEqual([line('a', 'next', 'c'), line('b', 'next', 'c')]);
  expect(layout).toEqual({ a: { x: 9, y: 9 }, b: { x: 1, y: 1 }, c: { x: 2, y: 2 } });
  expect(ports).toEqual({ b: [{ id: 'next', label: 'Next' }] });
  expect(together({ from, to: { ...to, graph: { ...to.graph, edges: [] } } }).graph.edges).toEqual([
    line('a', 'next', 'b'),
    line('b', 'next', 'c'),
  ]);
});
