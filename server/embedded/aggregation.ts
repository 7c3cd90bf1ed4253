import { createRequire } from 'node:module';
import { badValue, location, Refusal, typeMismatch } from './refusal.ts';
import { type Document, isDocument } from './values/document.ts';

/** Values for the variables of expressions, such as `let` of a command. */
export type Variables = Readonly<Record<string, unknown>>;

/** Finds the documents of another collection, for `$lookup` and its like. */
export type FindCollection = (name: string) => Document[];

const require = createRequire(import.meta.url);

// mingo is a hundred files, a fifth of a second: it is loaded when the first pipeline needs it, not at the start.
const mingo = (): typeof import('mingo') => require('mingo') as typeof import('mingo');

/** Runs stages over documents. */
export function aggregate(
  stages: readonly Document[],
  documents: readonly Document[],
  variables: Variables,
  findCollection?: FindCollection,
): Document[] {
  const { Aggregator } = mingo();
  return orRefuse(() =>
    new Aggregator([...stages], optionsFor(variables, findCollection)).run([...documents]),
  );
}

/** Prepares the expression of `$expr` as a test of documents. */
export function expressionTest(expression: unknown, variables: Variables): (document: Document) => boolean {
  const { Query } = mingo();
  const query = orRefuse(() => new Query({ $expr: expression }, optionsFor(variables)));
  return (document) => orRefuse(() => query.test(document));
}

const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$densify',
  '$facet',
  '$fill',
  '$graphLookup',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$setWindowFields',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unionWith',
  '$unset',
  '$unwind',
]);

/** Refuses a pipeline with unknown or malformed stages, before anything runs. */
export function checkStages(stages: unknown): asserts stages is Document[] {
  if (!Array.isArray(stages)) throw typeMismatch("'pipeline' option must be specified as an array");
  for (const stage of stages as readonly unknown[]) {
    if (!isDocument(stage) || Object.keys(stage).length !== 1) {
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    const [name = ''] = Object.keys(stage);
    if (!STAGES.has(name)) throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

// Scripts are off: by default mingo would run `$where` and `$function` as JavaScript.
const optionsFor = (variables: Variables, findCollection?: FindCollection) => ({
  scriptEnabled: false,
  variables,
  ...(findCollection ? { collectionResolver: findCollection } : {}),
});

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badValue(error instanceof Error ? error.message : String(error));
  }
}
