import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertAt, prefixLines, wrapWith } from '../../../editor/forms/model/caret.ts';
import { durationParts, durationText } from '../../../editor/forms/model/duration-parts.ts';
import { newId } from '../../../editor/forms/model/new-id.ts';
import { freshValue, hintPath, isDrawable, moved, straysOf } from '../../../editor/forms/model/shape.ts';
import { templateTokens, withExamples } from '../../../editor/forms/model/template-tokens.ts';
import { pathsRead } from '../../../editor/forms/model/values-read.ts';
import { examplesIn } from '../../../editor/forms/variables.ts';
import { formats } from '../../../nodes/contract/formats.ts';

test('lengths of time are read and written', () => {
  expect(durationParts('15m')).toEqual({ amount: 15, unit: 'm' });
  for (const text of ['', '0m', '1w', '1.5h', ' 1h', '1234567d']) expect(durationParts(text)).toBeUndefined();
  const amounts = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(amounts, fc.constantFrom('s', 'm', 'h', 'd'), (amount, unit) => {
      const text = durationText({ amount, unit: unit as 's' });
      expect(formats.duration(text)).toBe(true);
      expect(durationText(durationParts(text)!)).toBe(text);
    }),
  );
});

test('ids are plain, free, and never the name of another way out', () => {
  expect(newId('Crème brûlée!', [], 'choice')).toBe('creme-brulee');
  expect(newId('Tea', ['tea', 'tea-2'], 'choice')).toBe('tea-3');
  expect(newId('ราคา', ['choice-1'], 'choice')).toBe('choice-2');
  expect(newId('Else', [], 'branch')).toBe('else-2');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, taken) => {
      const id = newId(label, taken, 'choice');
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
      expect(taken).not.toContain(id);
    }),
  );
});

test('a variable goes where the caret is', () => {
  expect(insertAt({ text: 'Hi !', from: 3, to: 3 }, '{{ name }}')).toEqual({
    text: 'Hi {{ name }}!',
    from: 13,
    to: 13,
  });
  expect(insertAt({ text: 'Hi you', from: 3, to: 6 }, 'x').text).toBe('Hi x');
});

test('marks go on and off again', () => {
  const bold = wrapWith({ text: 'a word here', from: 2, to: 7 }, '*');
  expect(bold).toEqual({ text: 'a *word* here', from: 3, to: 7 });
  expect(wrapWith(bold, '*')).toEqual({ text: 'a word here', from: 2, to: 6 });
  expect(wrapWith({ text: '', from: 0, to: 0 }, '```')).toEqual({ text: '``````', from: 3, to: 3 });
});

test('lines become a list and back', () => {
  const list = prefixLines({ text: 'one\ntwo', from: 1, to: 5 }, '- ');
  expect(list.text).toBe('- one\n- two');
  expect(prefixLines(list, '1. ').text).toBe('1. one\n2. two');
  expect(prefixLines(list, '- ').text).toBe('one\ntwo');
  expect(prefixLines({ text: 'a\nb\nc', from: 2, to: 2 }, '> ').text).toBe('a\n> b\nc');
});

test('a text is taken apart without losing a letter', () => {
  const pieces = fc.constantFrom('{{', '}}', '{%', '%}', ' name ', 'a.b | upcase', '\n', 'ราคา', '{');
  fc.assert(
    fc.property(
      fc.array(pieces).map((all) => all.join('')),
      (text) => {
        expect(
          templateTokens(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
  expect(templateTokens('Hi {{ contact.name | upcase }}{% if a %}')).toEqual([
    { is: 'text', text: 'Hi ' },
    { is: 'hole', text: '{{ contact.name | upcase }}', reads: 'contact.name' },
    { is: 'tag', text: '{% if a %}' },
  ]);
  expect(withExamples('{{a}} {{ b }} {{ 1 | plus: 2 }}', (path) => (path === 'a' ? 'Ana' : undefined))).toBe(
    'Ana b …',
  );
});

test('the shape of values, and new ones', () => {
  expect(isDrawable({ type: 'string' }, 5)).toBe(false);
  expect(isDrawable({ type: 'array', items: { type: 'string' } }, {})).toBe(false);
  expect(isDrawable({ format: 'json' }, [1])).toBe(true);
  expect(hintPath('messages.0.media.2')).toBe('messages.*.media.*');
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['after'],
    properties: { after: { type: 'string', format: 'duration' }, note: { type: 'string' } },
  } as const;
  expect(freshValue(schema)).toEqual({ after: '1h' });
  expect(straysOf(schema, { after: '1h', colour: 'red' })).toEqual({ colour: 'red' });
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('a call is tried with examples, and what the author gives goes before them', () => {
  expect(
    pathsRead({
      url: '/a/{{ order.id }}',
      body: ['{{ order.id | json }}', '{% if x %}{{ who }}{% endif %}'],
    }),
  ).toEqual(['order.id', 'who']);
  expect(pathsRead({ timeout: 5, body: null })).toEqual([]);
  const part = { path: 'order.id', example: 1 };
  const known = [
    { name: 'order', from: 'flow', setBy: [], parts: [part, { path: 'order.total', example: 2 }] },
  ];
  const given = new Map([
    ['order.id', '4711'],
    ['__proto__.x', 'bad'],
  ]);
  expect(examplesIn({ known, uses: [] } as never, given)).toEqual({ order: { id: '4711', total: 2 } });
});
