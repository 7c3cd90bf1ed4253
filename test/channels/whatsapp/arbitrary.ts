import fc from 'fast-check';

/** Values of every JSON type, to stand where another was. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    'x',
    [],
    {},
    [[]],
    '__proto__',
    '\ud800',
    '99999999999999999999',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One place of a JSON value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** A copy with another value, or nothing (undefined), in one place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return by;
  const inner = replaced((value as { readonly [key: string]: unknown })[key], rest, by);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? inner : item));
  return { ...value, [key]: inner };
}

/** A valid JSON value with up to eight places damaged. */
export const mutated = (valid: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesIn(valid)), fc.option(anything, { nil: undefined })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((damages) => damages.reduce((json, [place, by]) => replaced(json, place, by), valid));

/** Labels as people write them: blanks, emoji of many parts, Thai, and letters beyond the basic plane. */
export const label: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      '7',
      'น้ำ',
      'ที่',
      'é',
      'e\u0301',
      '👨‍👩‍👧‍👦',
      '🇹🇭',
      '👍🏽',
      '𝕏',
      '\n',
      'price ',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

/** The ids of flows, nodes and options. */
export const id: fc.Arbitrary<string> = fc.stringMatching(/^[\w.-]{1,24}$/);
