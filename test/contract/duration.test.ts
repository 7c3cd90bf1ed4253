import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DURATION_PATTERN, formatDuration, parseDuration } from '../../nodes/contract/duration.ts';

describe('a length of time', () => {
  test.each([
    ['1s', 1_000],
    ['30s', 30_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['3d', 259_200_000],
    ['999999d', 86_399_913_600_000],
  ])('%s is %i milliseconds', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    '0s',
    '01m',
    '1',
    'm',
    '1.5h',
    '-1h',
    '1 h',
    '1H',
    '1w',
    '1000000d',
    '1h30m',
    ' 1h',
    '1h\n',
  ])('is not %j', (text) => {
    expect(() => parseDuration(text)).toThrow(/not a duration/);
  });

  test.each([
    [5_400_000, '90m'],
    [86_400_000, '1d'],
    [1_500, '1.5s'],
    [0, '0s'],
  ])('%i milliseconds are written %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test('is read as it is written, in the largest unit that says it', () => {
    const known = fc.stringMatching(new RegExp(DURATION_PATTERN));
    fc.assert(
      fc.property(known, (text) => {
        const ms = parseDuration(text);
        const written = formatDuration(ms);
        expect(parseDuration(written)).toBe(ms);
        expect(written.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
