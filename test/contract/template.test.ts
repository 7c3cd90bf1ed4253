import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../nodes/contract/json.ts';
import { parseTemplate, TemplateError } from '../../nodes/contract/template.ts';

const scope: JsonObject = {
  name: 'Ana & Co',
  nothing: '',
  none: null,
  count: 3,
  yes: true,
  list: ['a', 'b'],
  order: { items: [{ name: 'Tea' }], total: 2.5 },
  text: 'two words',
  now: '2026-03-02T20:30:00.000Z',
  timeZone: 'Asia/Bangkok',
  day: '2026-03-02',
  long: 'x'.repeat(60_000),
};
const fill = (text: string, encode: 'text' | 'url' = 'text', data = scope): string =>
  parseTemplate(text, encode).fill(data);

describe('a text is filled', () => {
  test.each([
    ['plain text', 'plain text'],
    ['{{ name }}', 'Ana & Co'],
    ['{{name}}{{count}}', 'Ana & Co3'],
    ['{{ order.items.0.name }} {{ order.total }}', 'Tea 2.5'],
    ['{{ order.items[0].name }}', 'Tea'],
    ['[{{ nothing }}{{ none }}{{ missing }}{{ missing.deeper }}]', '[]'],
    ['{{ yes }} {{ list }} {{ order }}', 'true ["a","b"] {"items":[{"name":"Tea"}],"total":2.5}'],
    ['{{ list | join: ", " }}', 'a, b'],
    ['{{ list.size }} {{ list.first }}', '2 a'],
    ['{{ missing | default: "friend" }}', 'friend'],
    ['{% if count > 2 %}many{% else %}few{% endif %}', 'many'],
    ['{% for item in list %}{{ item }}{{ forloop.index }} {% endfor %}', 'a1 b2 '],
    ['{{ name | upcase }} {{ text | capitalize }}', 'ANA & CO Two words'],
    ['{{ name | json }}', '"Ana & Co"'],
    ['{% raw %}{{ name }}{% endraw %}', '{{ name }}'],
    ['a } b { c', 'a } b { c'],
  ])('%s → %s', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  test.each([
    ['https://x.test/{{ name }}?q={{ text }}', 'https://x.test/Ana%20%26%20Co?q=two%20words'],
    ['/{{ text | upcase }}', '/TWO%20WORDS'],
    ['/{{ missing }}', '/'],
    ['/{{ list }}', '/%5B%22a%22%2C%22b%22%5D'],
  ])('in an address each value is encoded: %s → %s', (text, filled) => {
    expect(fill(text, 'url')).toBe(filled);
  });

  test.each([
    ['{{ name }} {{ order.items.0.name }}', ['name', 'order.items.0.name']],
    ['{% if count > 2 %}{{ name }}{% endif %}', ['count', 'name']],
    ['{% for item in list %}{{ item.x }}{% endfor %}', ['list']],
    ['nothing', []],
  ])('it says what it reads: %s', (text, reads) => {
    expect(parseTemplate(text).reads).toEqual(reads);
  });
});

describe('a text has no clock but that of the event', () => {
  test.each([
    ["{{ 'now' | date: '%Y-%m-%d %H:%M' }}", '2026-03-03 03:30'],
    ["{{ 'today' | date: '%H' }}", '03'],
    ["{{ now | date: '%H:%M' }}", '03:30'],
    ["{{ 'now' | date: '%H:%M', 'America/New_York' }}", '15:30'],
    ["{{ 'now' | date_to_xmlschema }}", '2026-03-03T03:30:00+07:00'],
    ["{{ 'now' | date_to_string }}", '03 Mar 2026'],
    ["{{ 'now' | date_to_long_string }}", '03 March 2026'],
    ["{{ 'now' | date_to_rfc822 }}", 'Tue, 03 Mar 2026 03:30:00 +0700'],
    ["{% assign x = 'now' %}{{ x | date: '%d' }}", '03'],
  ])('%s → %s', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  test.each([
    ["{{ day | date: '%d %B' }}", 'America/New_York', '02 March'],
    ["{{ '2026-03-02 09:00' | date: '%H:%M' }}", 'America/New_York', '09:00'],
    ["{{ '2026-03-02T09:00Z' | date: '%H:%M' }}", 'America/New_York', '04:00'],
    ["{{ 'March 2, 2026' | date: '%Y-%m-%d' }}", 'UTC', '2026-03-02'],
    ["{{ 0 | date: '%Y' }}", 'UTC', '1970'],
    ["{{ 'now' | date: '%H:%M' }}", 'Not/AZone', '20:30'],
    ["{{ 'gibberish' | date: '%Y' }}", 'UTC', 'gibberish'],
  ])('%s in %s → %s', (text, timeZone, filled) => {
    expect(fill(text, 'text', { ...scope, timeZone })).toBe(filled);
  });
});

describe('a hostile text', () => {
  test.each([
    '{{ constructor }}',
    '{{ __proto__ }}',
    '{{ name.constructor }}',
    '{{ list.constructor.name }}',
    '{{ order.__proto__.toString }}',
    '{{ order.hasOwnProperty }}',
    '{% assign c = "constructor" %}{{ order[c] }}',
    '{{ order["__proto__"] }}',
    '{{ toString }}',
  ])('reads no inherited member: %s', (text) => {
    expect(fill(text)).toBe('');
  });

  test.each([
    ['{% include "/etc/passwd" %}', /include/],
    ['{% render "/etc/passwd" %}', /render/],
    ['{% layout "/etc/passwd" %}', /layout/],
    ['{% block x %}{% endblock %}', /block/],
    ['{{ list | sample }}', /chance/],
    ['{{ name | nonsense }}', /nonsense/],
    ['{% if %}', /./],
    ['{{ name', /./],
    ['{% for i in (1..1000000000) %}{% endfor %}', /too long/],
    ['{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}', /too long|more than/],
    ['{% assign a = long | split: "" %}{% for i in a %}{% for j in a %}{% endfor %}{% endfor %}', /./],
    ['{% for i in (1..9000) %}{{ long }}{% endfor %}', /too long/],
    ['{{ long }}{{ long }}', /longer than 100000/],
    ['{{ long | append: long | append: long | append: long }}', /too long/],
  ])('is refused with a sentence: %s', (text, sentence) => {
    expect(() => fill(text)).toThrow(TemplateError);
    expect(() => fill(text)).toThrow(sentence);
  });

  test('what a contact wrote is never read as a text with holes', () => {
    expect(fill('{{ x }}', 'text', { x: '{{ secret }}', secret: 's' })).toBe('{{ secret }}');
  });
});
