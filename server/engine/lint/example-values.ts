import type { Event, Happening } from '../../../nodes/contract/event.ts';
import type { Sample } from '../../../nodes/contract/flow.ts';
import { isObject, type Json, type JsonObject } from '../../../nodes/contract/json.ts';
import type { AnyNodeType, Outcome } from '../../../nodes/contract/node-type.ts';
import type { SurveyedNode } from './survey.ts';
import { tryEntering, tryResuming } from './try-node.ts';
import { formatOf } from './walk-params.ts';

/** A morning on which examples happen. */
const AT = Date.UTC(2026, 0, 15, 2);

/** What people answer; the first that fits a question is its example. */
const ANSWERS = ['Somchai', '12', 'yes', 'somchai@example.com', '+66 81 234 5678', '2026-12-24'];

/**
 * What the variables of a node may hold, found out by letting it work: it is entered, and if it waits it is answered in
 * turn with everything people and services may answer (a pinned sample first). What it never sets has no example.
 */
export function exampleValues({ type, node, values }: SurveyedNode, sample?: Sample): JsonObject {
  if (!type) return {};
  const keywords = values.flatMap(({ schema, value }) =>
    formatOf(schema) === 'keyword' && typeof value === 'string' ? [value] : [],
  );
  if (type.trigger) return startedBy(type, node.params, keywords);
  const entered = setBy(tryEntering(type, node.params));
  if (entered) return entered;
  const texts = values.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  for (const happening of [...sampled(sample), ...spoken([...ANSWERS, ...texts]), ...ANSWERED]) {
    const event: Event = { ...happening, id: 'example', at: AT };
    const set = setBy(tryResuming(type, node.params, event));
    if (set) return set;
  }
  return {};
}

const setBy = (outcome: Outcome | undefined): JsonObject | undefined =>
  outcome?.move === 'leave' && outcome.set && Object.keys(outcome.set).length > 0 ? outcome.set : undefined;

function startedBy(type: AnyNodeType, params: JsonObject, keywords: readonly string[]): JsonObject {
  const contact = { id: '', address: '', tags: [], fields: {} };
  for (const text of [...keywords, 'Hello']) {
    try {
      const incoming = { message: { id: '', kind: 'text', text }, contact, number: '', first: true } as const;
      const set = type.trigger?.(params).match(incoming)?.set;
      if (set) return set;
    } catch {
      // A draft may hold anything; then there is no example.
    }
  }
  return {};
}

function sampled(sample: Sample | undefined): readonly Happening[] {
  if (sample?.is === 'http')
    return [{ type: 'httpAnswered', effect: '', status: sample.status, body: sample.body }];
  return sample?.is === 'record' ? [{ type: 'crmAnswered', effect: '', record: sample.record }] : [];
}

const spoken = (texts: readonly string[]): readonly Happening[] =>
  texts.map((text) => ({ type: 'messageReceived', message: { id: '', kind: 'text', text } }));

const ANSWERED: readonly Happening[] = [
  {
    type: 'messageReceived',
    message: { id: '', kind: 'location', latitude: 13.7563, longitude: 100.5018, name: 'Bangkok' },
  },
  {
    type: 'messageReceived',
    message: { id: '', kind: 'media', media: 'image', mime: 'image/jpeg' },
  },
  { type: 'httpAnswered', effect: '', status: 200, body: {} },
  { type: 'crmAnswered', effect: '', record: { name: 'Somchai' } },
  { type: 'flowReturned', why: 'completed', vars: {} },
];

/** A value that can be read, by its path. */
export interface ReadablePart {
  readonly path: string;
  readonly example?: Json;
}

const MOST_PARTS = 60;
const DEEPEST = 5;

/** A variable and everything inside of it that has a name a text can read. Of a list only the first item is looked into. */
export function partsOf(name: string, example: Json | undefined): readonly ReadablePart[] {
  const parts: ReadablePart[] = [];
  const walk = (path: string, value: Json | undefined, depth: number): void => {
    if (parts.length >= MOST_PARTS) return;
    const isWhole = typeof value !== 'object' || value === null;
    parts.push({ path, ...(value !== undefined && isWhole && { example: value }) });
    if (isWhole || depth >= DEEPEST) return;
    const inside = isObject(value)
      ? Object.entries(value)
      : value.slice(0, 1).map((item) => ['0', item] as const);
    for (const [key, part] of inside) if (/^\w+$/.test(key)) walk(`${path}.${key}`, part, depth + 1);
  };
  walk(name, example, 0);
  return parts;
}
