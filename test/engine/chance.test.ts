import { expect, test } from 'vitest';
import { chance, fingerprint } from '../../server/engine/chance.ts';

const many = Array.from({ length: 20_000 }, (_, n) => `wamid.${n}`);

test('chance is the same for the same texts, and another for others', () => {
  expect(chance('s', 'n', 'e')).toBe(chance('s', 'n', 'e'));
  expect(chance('s', 'n', 'e')).not.toBe(chance('s', 'ne', ''));
});

test.each([2, 3, 10, 100])('chance falls evenly into %i parts', (parts) => {
  const counts = Array.from({ length: parts }, () => 0);
  for (const id of many) {
    const part = Math.floor(chance('session', 'node', id) * parts);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const expected = many.length / parts;
  const deviation = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(deviation).toBeLessThan(parts + 5 * Math.sqrt(2 * parts));
});

test('chance is between nothing and one', () => {
  const chances = many.map((id) => chance(id));
  expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...chances)).toBeLessThan(1);
});

test('fingerprints tell texts apart', () => {
  expect(new Set(many.map((id) => fingerprint(`a long beginning that is the same/${id}`))).size).toBe(
    many.length,
  );
});
