import type { Case } from './case.ts';
import { flowCases } from './flow-cases.ts';
import { nodeCases } from './node-cases.ts';

/** Every problem of a drawn flow, at least once. */
export const cases: readonly Case[] = [...nodeCases, ...flowCases];
