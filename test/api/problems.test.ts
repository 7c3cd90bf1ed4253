import { expect, test } from 'vitest';
import { Problem, problems } from '../../server/problems.ts';

const all: readonly Problem[] = Object.values(problems).flatMap((make) => {
  const made = (make as (...given: unknown[]) => Problem)([], 'x');
  return [made];
});

test('every refusal has a code of its own, a status and a sentence', () => {
  const codes = all.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const problem of all) {
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.code).toMatch(/^[a-z,-]+$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.message).toMatch(/\.$/);
  }
});
