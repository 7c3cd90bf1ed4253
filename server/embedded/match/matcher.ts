import { expressionTest, type Variables } from '../aggregation.ts';
import { badValue } from '../refusal.ts';
import { type Document, isDocument, isOperatorDocument } from '../values/document.ts';
import { topOf } from '../values/paths.ts';
import { type FieldNames, fieldNames } from '../values/raw.ts';
import { equals, testField } from './field.ts';
import type { Test } from './leaf.ts';
import { isRegex, matchesRegex } from './regex.ts';

/** A filter ready to be asked about many documents. */
export interface Matcher {
  readonly test: Test;
  /** The top-level fields the filter looks at: all a document needs to have decoded. Undefined when it may look anywhere. */
  readonly fields: FieldNames | undefined;
}

/** Prepares a filter, or refuses it. */
export function compileMatcher(filter: Document, variables: Variables = {}): Matcher {
  const seen = new Set<string>();
  const context: Context = { variables, seen, everything: false };
  const test = compileFilter(filter, context);
  return { test, fields: context.everything ? undefined : fieldNames(seen) };
}

/** Prepares a filter of which only the test is wanted. */
export const compileTest = (filter: Document): Test => compileMatcher(filter).test;

interface Context {
  readonly variables: Variables;
  readonly seen: Set<string>;
  everything: boolean;
}

function compileFilter(filter: Document, context: Context): Test {
  const tests: Test[] = [];
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$comment') continue;
    if (name.startsWith('$')) tests.push(compileLogic(name, condition, context));
    else {
      context.seen.add(topOf(name));
      tests.push(compileField(name, condition));
    }
  }
  return allOf(tests);
}

function compileLogic(name: string, condition: unknown, context: Context): Test {
  if (name === '$expr') {
    context.everything = true;
    return expressionTest(condition, context.variables);
  }
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    throw badValue(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  }
  const branches = branchesOf(name, condition).map((branch) => compileFilter(branch, context));
  if (name === '$and') return allOf(branches);
  if (name === '$or') return (document) => branches.some((test) => test(document));
  return (document) => !branches.some((test) => test(document));
}

function branchesOf(name: string, condition: unknown): Document[] {
  if (!Array.isArray(condition)) throw badValue(`${name} argument must be an array`);
  if (condition.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return condition.map((branch: unknown) => {
    if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return branch;
  });
}

function compileField(name: string, condition: unknown): Test {
  const path = name.split('.');
  if (isRegex(condition)) return matchesRegex(path, condition);
  if (!isOperatorDocument(condition)) return equals(path, condition);
  return allOf(testField(path, condition, { compile: compileTest }));
}

function allOf(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (document) => tests.every((test) => test(document));
}
