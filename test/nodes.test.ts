import { existsSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Face, Say } from '../nodes/contract/face.ts';
import { formats } from '../nodes/contract/formats.ts';
import type { JsonObject } from '../nodes/contract/json.ts';
import type { AnyNodeType, Outcome } from '../nodes/contract/node-type.ts';
import { currentVersion } from '../nodes/contract/registry.ts';
import { fillHoles, fillSentence } from '../nodes/contract/sentence.ts';
import { freshParams, freshPorts } from '../server/api/flows/fresh-params.ts';
import { loadNodeTypes } from '../server/runtime/load-node-types.ts';
import { type Case, incomingOf, inMilliseconds, readCases, run, visitOf } from './nodes/case.ts';
import { happenings } from './nodes/happenings.ts';

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, formats, keywords: ['labels'] });
const inEnglish: Say = (says, values = {}) => fillHoles(says, values);

for (const [name, type] of await loadNodeTypes()) {
  // A node type without cases.json fails here, so none can be added without proof.
  const cases = await readCases(name);
  const accepts = ajv.compile(type.params);
  describe(name, () => {
    describeItself(name, type);
    beginsAnew(type, accepts);
    behaves(type, cases, accepts);
    startsFlows(type, cases);
    speaksToAuthors(type, cases, accepts);
    upgrades(type, cases, accepts);
    neverThrows(type, cases);
  });
}

function describeItself(name: string, type: AnyNodeType) {
  test('has a title, a sentence for the palette and a title for every field', () => {
    expect(type.title).toMatch(/^\S.{1,30}$/);
    expect(type.doc).toMatch(/^[A-Z].{10,120}\.$/);
    for (const [field, schema] of Object.entries(type.params.properties)) {
      expect(schema.title, `the field ${field}`).toBeTruthy();
    }
  });

  test('has a face with a known icon, whatever its params look like', async () => {
    const { face } = (await import(`../nodes/${name}/face.tsx`)) as { readonly face: Face };
    const icon = `Icon${face.icon.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;
    expect(existsSync(`node_modules/@tabler/icons-react/dist/esm/icons/${icon}.mjs`), icon).toBe(true);
    const fields = Object.fromEntries(
      Object.keys(type.params.properties).map((field) => [field, fc.jsonValue({ maxDepth: 3 })]),
    );
    fc.assert(
      fc.property(fc.record(fields, { requiredKeys: [] }), (params) => {
        expect(face.summary(params as JsonObject, inEnglish)).toBeTypeOf('string');
      }),
    );
  });
}

/** What only its author can say is missing from a new box; everything else is there. */
function beginsAnew(type: AnyNodeType, accepts: ValidateFunction) {
  test('begins with params that lack nothing but words, and with ways out that have names', () => {
    const params = freshParams(type);
    const isFit = accepts(params);
    const unsaid = isFit ? [] : (accepts.errors ?? []).map(({ keyword }) => keyword);
    expect(unsaid.filter((keyword) => !['minLength', 'minItems', 'format'].includes(keyword))).toEqual([]);
    for (const { label } of freshPorts(type)) expect(label).not.toBe('');
    expect(freshPorts(type)).toEqual(type.ports(params));
  });
}

function behaves(type: AnyNodeType, cases: readonly Case[], accepts: ValidateFunction) {
  const runs = cases.filter(({ outcome }) => outcome);

  test.each(runs)('$case', (sample) => {
    expect(accepts(sample.params), ajv.errorsText(accepts.errors)).toBe(true);
    const grave = type.check?.(sample.params)?.filter(({ severity }) => severity === 'error') ?? [];
    expect(grave).toEqual([]);
    const outcome = run(type, deepFreeze(sample));
    expect(outcome).toEqual(inMilliseconds(sample.outcome));
    // Nothing is lost on the way to the store: it is plain JSON.
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    expectPorts(type, sample.params, outcome);
  });

  test('every way out is reached by some case', () => {
    for (const { params } of runs) {
      const missing = type
        .ports(params)
        // A closed window is the engine's business: the node only names the way out.
        .filter(({ when }) => when !== 'window')
        .filter(({ id }) => !isAuthored(params, id))
        .filter(({ id }) => !runs.some(({ outcome }) => outcome?.move === 'leave' && outcome.by === id));
      expect(missing).toEqual([]);
    }
  });

  test('names every way out once', () => {
    for (const { params } of runs) {
      const ids = type.ports(params).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('draws params that are not filled in yet', () => {
    expect(Array.isArray(type.ports({}))).toBe(true);
  });
}

function startsFlows(type: AnyNodeType, cases: readonly Case[]) {
  const starts = cases.filter(({ incoming }) => incoming);
  if (!type.trigger) return;

  test.each(starts)('$case', (sample) => {
    const rule = type.trigger?.(sample.params);
    expect(rule?.match(incomingOf(sample)) ?? null).toEqual(sample.match);
    expect(rule && fillSentence(rule.says)).toMatch(/\w/);
  });

  test('is shown to start and not to start', () => {
    expect(starts.length).toBeGreaterThan(0);
    expect(type.ports({})).toContainEqual({ id: 'next', label: 'Next' });
  });
}

function speaksToAuthors(type: AnyNodeType, cases: readonly Case[], accepts: ValidateFunction) {
  const remarked = cases.filter(({ remarks }) => remarks);
  if (type.check) test('is shown to check its params', () => expect(remarked).not.toEqual([]));

  test.each(remarked)('$case', ({ params, remarks }) => {
    expect(accepts(params), ajv.errorsText(accepts.errors)).toBe(true);
    const said = type
      .check?.(params)
      .map(({ sentence, ...rest }) => ({ ...rest, message: fillSentence(sentence) }));
    expect(said).toEqual(remarks);
  });

  test.each(cases.filter(({ refused }) => refused))('$case', ({ params }) => {
    expect(accepts(params)).toBe(false);
  });
}

function upgrades(type: AnyNodeType, cases: readonly Case[], accepts: ValidateFunction) {
  const upgraded = cases.flatMap(({ case: sentence, upgrade }) =>
    upgrade ? [{ case: sentence, ...upgrade }] : [],
  );
  const steps = type.upgrades ?? [];

  test.each(upgraded)('$case', ({ from, params, becomes }) => {
    const now = steps.slice(from - 1).reduce<JsonObject>((older, step) => step(older), deepFreeze(params));
    expect(now).toEqual(becomes);
    expect(accepts(now), ajv.errorsText(accepts.errors)).toBe(true);
  });

  test('every older version is upgraded by some case', () => {
    const older = Array.from({ length: currentVersion(type) - 1 }, (_, index) => index + 1);
    expect(older.filter((version) => !upgraded.some(({ from }) => from === version))).toEqual([]);
  });
}

function neverThrows(type: AnyNodeType, cases: readonly Case[]) {
  const { resume } = type;
  const runs = cases.filter(({ outcome }) => outcome);
  if (!resume) return;

  test('whatever happens while it waits, it goes on or waits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...runs), happenings, (sample, event) => {
        const said = event.type === 'messageReceived' ? event.message : undefined;
        expectPorts(type, sample.params, resume.call(type, visitOf(sample, said), event));
      }),
      { numRuns: 500 },
    );
  });
}

/** A way out that the author named, such as an option: one stands for all. */
const isAuthored = (params: JsonObject, port: string): boolean =>
  JSON.stringify(params).includes(`"id":${JSON.stringify(port)}`);

function expectPorts(type: AnyNodeType, params: JsonObject, outcome: Outcome) {
  if (outcome.move !== 'leave') return;
  expect(type.ports(params).map(({ id }) => id)).toContain(outcome.by);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
