import { expect, test } from 'vitest';
import { ENGLISH } from '../../editor/lib/dictionary.ts';
import { nodeWords } from '../../editor/lib/node-words.ts';
import { dictionary } from '../../editor/texts/node-words-th.ts';
import { fillSentence, quoted, type Sentence, say } from '../../nodes/contract/sentence.ts';
import { problems } from '../../server/problems.ts';
import source from '../../server/problems.ts?raw';

const thai = nodeWords(dictionary, 'th');
const english = nodeWords(ENGLISH, 'en');

test.each<[string, Sentence]>([
  ['a plain reason', say('The waiting question gets the answer.')],
  ['a word', say('Matched {what} of {flow}.', { what: quoted('ราคา'), flow: 'Sales' })],
  [
    'a reason in its parts',
    say('Matched {what} of {flow}, which {clauses}.', {
      what: say('any message'),
      flow: 'Sales',
      clauses: say('beats {flow} because {closer} is closer than {other}', {
        flow: 'General',
        closer: say('a word in the message'),
        other: say('any message'),
      }),
    }),
  ],
  [
    'a failure at a box',
    say('{node}: {what}', {
      node: 'Price list',
      what: say('the session paused more than {n} times; it may be going in circles', { n: 500 }),
    }),
  ],
  [
    'a failure within a failure',
    say('{node}: {what}', {
      node: 'Hello',
      what: say('a text cannot be filled: {why}', {
        why: say('there is no filter "{what}"', { what: 'shout' }),
      }),
    }),
  ],
])('what is kept in English is told as it would have been said: %s', (_, sentence) => {
  const kept = fillSentence(sentence);
  // Quotes are what a sentence and a telling may differ in: nobody can know whose they were.
  const plain = (text: string) => text.replace(/["“”]/g, '"');
  expect(plain(thai.retell(kept))).toBe(plain(thai.say(sentence)));
  expect(thai.retell(kept)).toMatch(/\p{Script=Thai}/u);
  expect(english.retell(kept)).toBe(kept);
});

test('what nobody knows stays as it was kept', () => {
  for (const kept of ['', 'gone', 'abc: def', 'Le serveur est parti.', '{node}', 'a.b*c(d'])
    expect(thai.retell(kept)).toBe(kept);
});

test('what WhatsApp and Meta say is told as far as it is known', () => {
  expect(thai.retell('This number sends faster than WhatsApp allows. Meta says: Slow down')).toBe(
    'เบอร์นี้ส่งเร็วกว่าที่ WhatsApp อนุญาต Meta แจ้งว่า: Slow down',
  );
});

test('who uses what cannot be deleted is told in Thai', () => {
  const { code, message } = problems.inUse('It is used by the flow Sales, the flow Leads, the number Shop.');
  expect(thai.refusalOf({ code, message })).toBe('ยังใช้งานอยู่ใน โฟลว์ Sales, โฟลว์ Leads, เบอร์ Shop จึงลบไม่ได้');
  expect(english.refusalOf({ code, message })).toBe(message);
});

/** Every code in the source of `problems`, those that name a thing once for each thing. */
const things = Array.from(source.matchAll(/^ {2}\| '([a-z]+)'/gm), ([, thing = '']) => thing);
const literal = Array.from(source.matchAll(/new Problem\(\s*\d+,\s*['`](.*?)['`]/g), ([, code = '']) => code);
const handed = Array.from(source.matchAll(/\(code: ('.*?'),/g), ([, codes = '']) =>
  codes.replaceAll("'", '').split(' | '),
);
const codes = [...literal, ...handed.flat()]
  .map((code) => code.replace(/\$\{.*?\}/, '*'))
  .flatMap((code) => (code.includes('*') ? things.map((thing) => code.replace('*', thing)) : [code]));

test('every refusal of the API has a Thai sentence, and no Thai is left over', () => {
  expect(codes.length).toBeGreaterThan(30);
  expect(Object.keys(dictionary.refusals).sort()).toEqual([...codes, 'offline', 'unknown'].sort());
  for (const thaiText of Object.values(dictionary.refusals)) expect(thaiText).toMatch(/\p{Script=Thai}/u);
});

test('the values of a reason are written as its reader writes them', () => {
  const reason = { says: 'It is {now} in {zone}: {calendar} is open until {closes}' };
  const [now, closes] = ['2026-03-09T12:00:00+07:00', '2026-03-09T17:00:00+07:00'].map((iso) => ({
    at: Date.parse(iso),
    zone: 'Asia/Bangkok',
  }));
  const values = { now: now ?? null, closes: closes ?? null, zone: 'Asia/Bangkok', calendar: 'Shop' };
  expect(english.sayReason({ ...reason, values })).toMatch(/Mon.*9.*12:00.*Shop is open until.*17:00/);
  expect(thai.sayReason({ ...reason, values })).toMatch(/ขณะนี้.*12:00.*Shop เปิดถึง.*17:00/);
  const silent = { says: 'Nobody answered within {after}', values: { after: '2h' } };
  expect([english.sayReason(silent), thai.sayReason(silent)]).toEqual([
    'Nobody answered within 2 hours',
    'ไม่มีใครตอบภายใน 2 ชั่วโมง',
  ]);
  const fact = {
    says: '{what} is {value}, not {other}',
    values: { what: 'total', value: 1250, other: null },
  };
  expect([english.sayReason(fact), thai.sayReason(fact)]).toEqual([
    'total is 1,250, not nothing',
    'total คือ 1,250 ไม่ใช่ ว่าง',
  ]);
});

test('what a new box begins with, its author can read', () => {
  const choices = {
    type: 'choices',
    title: 'Choices',
    doc: '',
    params: { type: 'object', properties: {}, additionalProperties: false },
    isTrigger: false,
    v: 1,
    fresh: {
      params: { text: '', options: [{ id: 'option-1', label: 'Option 1' }] },
      ports: [{ id: 'option-1', label: 'Option 1', authored: true }],
    },
  } as const;
  expect(thai.freshOf(choices)).toEqual({
    params: { text: '', options: [{ id: 'option-1', label: 'ตัวเลือกที่ 1' }] },
    ports: [{ id: 'option-1', label: 'ตัวเลือกที่ 1', authored: true }],
  });
  expect(english.freshOf(choices)).toEqual(choices.fresh);
});

test('a schema in other words accepts the same, and is the same object each time', () => {
  const params = {
    type: 'object',
    additionalProperties: false,
    properties: {
      how: { type: 'string', title: 'How long', enum: ['for'], labels: { for: 'For a length of time' } },
      deep: { type: 'array', items: { type: 'string', title: 'Time of day', maxLength: 5 } },
    },
  } as const;
  const view = {
    type: 'wait',
    title: 'Wait',
    doc: '',
    params,
    isTrigger: false,
    v: 1,
    fresh: { params: {}, ports: [] },
  };
  expect(thai.schemaOf(view)).toEqual({
    ...params,
    properties: {
      how: { ...params.properties.how, title: 'รอแบบใด', labels: { for: 'รอเป็นระยะเวลา' } },
      deep: { type: 'array', items: { type: 'string', title: 'เวลา', maxLength: 5 } },
    },
  });
  expect(thai.schemaOf(view)).toBe(thai.schemaOf(view));
  expect(english.schemaOf(view)).toEqual(params);
});

test("an author's own words are never translated, ours are", () => {
  expect(thai.portLabel('choices', { label: 'Open', authored: true })).toBe('Open');
  expect(thai.portLabel('business-hours', { label: 'Open' })).toBe('เปิดอยู่');
  expect(thai.portLabel('gone', { label: 'No reply' })).toBe('ไม่ตอบ');
  expect(thai.portLabel('gone', { label: 'Sideways' })).toBe('Sideways');
});
