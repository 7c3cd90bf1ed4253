import { Query } from 'mingo';
import { aggregationOptions, type Variables } from '../aggregation.ts';
import { badValue } from '../refusal.ts';
import type { Document } from '../values/document.ts';
import type { Test } from './leaf.ts';

/** The test of `$expr`, which is an aggregation expression. */
export function testExpression(expression: unknown, variables: Variables): Test {
  const query = new Query({ $expr: expression }, aggregationOptions(variables));
  return (document: Document) => {
    try {
      return query.test(document);
    } catch (error) {
      throw badValue(`$expr: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
