import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compileTest } from '../../server/embedded/match/matcher.ts';
import { plan } from '../../server/embedded/plan/planner.ts';
import { findRows } from '../../server/embedded/query/rows.ts';
import { readSort, sortKey } from '../../server/embedded/sorter.ts';
import { Catalogue } from '../../server/embedded/storage/catalogue.ts';
import type { Collection } from '../../server/embedded/storage/collection.ts';
import { countPlan } from '../../server/embedded/storage/count-plan.ts';
import { decode, encode } from '../../server/embedded/values/codec.ts';
import type { Document } from '../../server/embedded/values/document.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-planner-'));
const catalogue = new Catalogue(folder);

afterAll(() => {
  catalogue.file.rollback();
  catalogue.file.close();
  rmSync(folder, { recursive: true });
});

const FIELDS = ['a', 'b', 'c.d'] as const;
const scalar = fc.oneof(
  fc.constantFrom(null, true, 'x', 'xy', 'y', 1.5, Number.NaN),
  fc.integer({ min: 0, max: 4 }),
);
const stored = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const document = fc.record(
  {
    a: stored,
    b: stored,
    c: fc.oneof(
      scalar,
      fc.record({ d: stored }, { requiredKeys: [] }),
      fc.array(fc.record({ d: scalar }), { maxLength: 2 }),
    ),
  },
  { requiredKeys: [] },
);
const condition = fc.oneof(
  scalar,
  fc
    .constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne')
    .chain((op) => scalar.map((value) => ({ [op]: value }))),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ $in: values })),
  fc.constantFrom({ $exists: true }, { $exists: false }, /^x/, { $regex: '^x' }, /^xy?/),
);
const conjunction = fc.dictionary(fc.constantFrom(...FIELDS), condition, { maxKeys: 3 });
const filter = fc.oneof(
  { weight: 4, arbitrary: conjunction },
  {
    weight: 1,
    arbitrary: fc
      .tuple(conjunction, conjunction, conjunction)
      .map(([all, x, y]) => ({ ...all, $or: [x, y] })),
  },
  { weight: 1, arbitrary: fc.tuple(conjunction, conjunction).map((parts) => ({ $and: parts })) },
);
const directions = fc.constantFrom(1, -1);
const keyPattern = fc
  .tuple(
    fc.shuffledSubarray([...FIELDS], { minLength: 1 }),
    fc.array(directions, { minLength: 3, maxLength: 3 }),
  )
  .map(([names, signs]) => Object.fromEntries(names.map((name, i) => [name, signs[i]])));
const indexOptions = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ sparse: true }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom({ a: { $gt: 1 } }, { a: { $exists: true } }, { b: 'x' })
      .map((partial) => ({ partialFilterExpression: partial })),
  },
);
const sort = fc.option(keyPattern, { nil: undefined });

let made = 0;

function collectionOf(documents: readonly Document[], indexes: readonly Document[]): Collection {
  let collection = catalogue.ensure('test', `c${made++}`);
  // Half of the documents meet the indexes when these are made, half when they come in.
  const half = documents.length >> 1;
  for (const [i, each] of documents.entries()) {
    if (i === half) collection = withIndexes(collection, indexes);
    refusingParallelArrays(() => collection.insert(encode({ _id: i, ...each })));
  }
  return collection;
}

function withIndexes(collection: Collection, indexes: readonly Document[]): Collection {
  let indexed = collection;
  for (const [n, spec] of indexes.entries()) {
    refusingParallelArrays(() => {
      indexed = catalogue.createIndex(indexed, { key: {}, ...spec, name: `i${n}` });
    });
  }
  return indexed;
}

// Two arrays that no index can hold together are refused, as MongoDB does; then the document is simply not there.
function refusingParallelArrays(write: () => void): void {
  try {
    write();
  } catch (error) {
    expect(error).toMatchObject({ code: 171 });
  }
}

function found(collection: Collection, query: Parameters<typeof findRows>[2]): Document[] {
  const rows = findRows(catalogue.file, collection, query);
  const documents: Document[] = [];
  for (let row = rows.next(); row; row = rows.next()) documents.push(decode(row.raw));
  return documents;
}

const ids = (documents: readonly Document[]): number[] =>
  documents.map(({ _id }) => Number(_id)).sort((a, b) => a - b);

describe('a plan', () => {
  test('finds with indexes what a look at every document finds', () => {
    const specs = fc.array(
      fc.tuple(keyPattern, indexOptions).map(([key, options]) => ({ key, ...options })),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 25 }),
        specs,
        fc.array(fc.tuple(filter, sort), { minLength: 4, maxLength: 4 }),
        (documents, indexes, queries) => {
          catalogue.file.begin();
          const collection = collectionOf(documents, indexes);
          const everything = found(collection, { filter: {} });
          for (const [wanted, order] of queries) {
            const answers = compileTest(wanted);
            const expected = everything.filter(answers);
            const read = readSort(order);
            const result = found(collection, { filter: wanted, sort: read });
            expect(ids(result)).toEqual(ids(expected));
            const chosen = plan(collection, wanted);
            if (chosen.exact && !chosen.repeats)
              expect(countPlan(catalogue.file, collection, chosen)).toBe(expected.length);
            if (!read) continue;
            const keys = result.map((each) => Buffer.from(sortKey(each, read)));
            expect(keys).toEqual([...keys].sort(Buffer.compare));
            expect(found(collection, { filter: wanted, sort: read, limit: 3 }).slice(0, 3)).toHaveLength(
              Math.min(3, expected.length),
            );
          }
          catalogue.file.rollback();
          catalogue.reload();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('leaves no index row behind when documents change and go', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 4, maxLength: 10 }),
        keyPattern,
        indexOptions,
        (documents, key, options) => {
          catalogue.file.begin();
          const collection = collectionOf(documents, [{ key, ...options }]);
          for (let i = 1; i < documents.length; i++)
            changeOrRemove(collection, i, { _id: i, ...documents[i - 1] });
          const [index] = collection.indexes;
          fc.pre(index !== undefined);
          const rows = found(collection, { filter: {} }).flatMap((each) => index!.keysOf(each).keys);
          const { n } = catalogue.file.db.prepare(`SELECT count(*) AS n FROM ${index!.table}`).get() as {
            n: number;
          };
          expect(n).toBe(rows.length);
          catalogue.file.rollback();
          catalogue.reload();
        },
      ),
      { numRuns: 60 },
    );
  });
});

function changeOrRemove(collection: Collection, id: number, after: Document): void {
  const row = findRows(catalogue.file, collection, { filter: { _id: id } }).next();
  if (!row) return;
  if (id % 2 === 0) collection.remove(row);
  else refusingParallelArrays(() => collection.replace(row, encode(after)));
}
