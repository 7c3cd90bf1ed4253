import { Aggregator, Context } from 'mingo';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { badValue, location, Refusal, typeMismatch } from './refusal.ts';
import { type Document, isDocument } from './values/document.ts';

/** Values for the variables of expressions, such as `let` of a command. */
export type Variables = Readonly<Record<string, unknown>>;

/** Finds the documents of another collection, for `$lookup` and its like. */
export type FindCollection = (name: string) => Document[];

const context = Context.init({ accumulator, expression, pipeline, projection, query, window });

/** How mingo has to run here. Scripts are off: by default it would run `$where` and `$function` as JavaScript. */
export const aggregationOptions = (variables: Variables, findCollection?: FindCollection) => ({
  context,
  scriptEnabled: false,
  variables,
  ...(findCollection ? { collectionResolver: findCollection } : {}),
});

/** Runs stages over documents. */
export function aggregate(
  stages: readonly Document[],
  documents: readonly Document[],
  variables: Variables,
  findCollection?: FindCollection,
): Document[] {
  try {
    return new Aggregator([...stages], aggregationOptions(variables, findCollection)).run([...documents]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw badValue(error instanceof Error ? error.message : String(error));
  }
}

const NOT_HERE = new Set([
  '$out',
  '$merge',
  '$changeStream',
  '$collStats',
  '$indexStats',
  '$function',
  '$where',
  '$accumulator',
]);

/** Refuses a pipeline with unknown or malformed stages, before anything runs. */
export function checkStages(stages: unknown): asserts stages is Document[] {
  if (!Array.isArray(stages)) throw typeMismatch("'pipeline' option must be specified as an array");
  for (const stage of stages as readonly unknown[]) {
    if (!isDocument(stage) || Object.keys(stage).length !== 1) {
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    const [name = ''] = Object.keys(stage);
    if (NOT_HERE.has(name) || !Object.hasOwn(pipeline, name)) {
      throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    }
  }
}
