import fc from 'fast-check';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import type { ObjectSchema, Schema } from '../../nodes/contract/schema.ts';

/** The flows, calendars and tags that random params name; the last of each does not exist. */
export const FLOWS = ['a', 'b', 'gone'];

const templates = fc.constantFrom(
  ...['hi', 'Hello {{ contact.name }}', '{{ x }}', '{{ y }}{{ x }}{{ x }}', '{{ message.text }}'],
  ...['{{ constructor }}{{ __proto__.x }}', '{% if x %}a{% else %}{{ now | date: "%H" }}{% endif %}'],
  ...['{% for i in (1..100000) %}{{ x }}{{ i }}{% endfor %}', '{{ x | date: "now" }}', '   ', '12'],
);
const names = fc.constantFrom('x', 'y', 'z');
const conditions: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  ...[true, null, { '==': [{ var: 'x' }, 'red'] }, { contains: [{ var: 'message.text' }, 'a'] }],
  ...[{ '>': [{ var: 'y' }, 3] }, { '/': [1, 0] }, { var: 'contact.tags' }, { var: '' }],
  ...[{ cat: [{ var: 'x' }, { var: 'x' }, 'z'] }, { '+': [{ var: 'y' }, 1] }, { missing: ['x', 'y'] }],
);

/** Values for strings of a format; the others get short words. */
const byFormat: { readonly [format: string]: fc.Arbitrary<string> } = {
  template: templates,
  'url-template': fc.constantFrom('https://x.test/{{ x }}', 'https://x.test'),
  variable: names,
  duration: fc.constantFrom('1s', '30s', '5m', '2h', '1d', '3d'),
  flow: fc.constantFrom(...FLOWS),
  calendar: fc.constantFrom('office', 'never', 'always', 'gone'),
  tag: fc.constantFrom('vip', 'old', '{{ x }}'),
  number: fc.constantFrom('n1', 'n2'),
  keyword: fc.constantFrom('go', 'red', 'menu', 'ราคา', '.*'),
};

/** Values that a schema accepts (but for patterns, for which the samples below are made). */
export function valid(schema: Schema): fc.Arbitrary<Json> {
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({
        min: schema.minimum ?? 0,
        max: Math.min(schema.maximum ?? 5, (schema.minimum ?? 0) + 4),
      });
    case 'array':
      return fc.array(valid(schema.items), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, 3),
      });
    case 'object':
      return object(schema);
    default:
      return conditions;
  }
}

function text(schema: Schema & { readonly type: 'string' }): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.pattern?.includes('[01][0-9]')) return fc.constantFrom('00:00', '09:30', '23:59');
  if (schema.pattern?.includes('_[A-Z]{2}')) return fc.constantFrom('en', 'th', 'pt_BR');
  if (schema.pattern) return fc.constantFrom('red', 'blue', 'yes');
  return byFormat[schema.format ?? ''] ?? fc.constantFrom('one', 'two', 'vip');
}

const object = ({ properties, required = [] }: ObjectSchema): fc.Arbitrary<JsonObject> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, valid(part)])), {
    requiredKeys: [...required],
  }) as fc.Arbitrary<JsonObject>;

/** Params with a value somewhere in them replaced by something else. */
export const damaged = (params: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc.tuple(params, fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([whole, at, junk]) => {
    const places = Object.keys(whole);
    const place = places[at % Math.max(places.length, 1)];
    if (place === undefined) return { junk: junk as Json };
    return at % 7 === 0 ? {} : { ...whole, [place]: junk as Json };
  });
