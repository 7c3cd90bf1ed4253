import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../../nodes/contract/json.ts';
import { parse } from '../../../server/channels/whatsapp/parse.ts';
import { mutated } from './arbitrary.ts';
import envelopes from './payloads/envelopes.json' with { type: 'json' };
import messages from './payloads/messages.json' with { type: 'json' };
import senders from './payloads/senders.json' with { type: 'json' };
import statuses from './payloads/statuses.json' with { type: 'json' };

const NOW = 1_760_000_000_123;

const payload = (value: object): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1000001',
      changes: [{ field: 'messages', value: { metadata: { phone_number_id: '2000001' }, ...value } }],
    },
  ],
});

describe('a message', () => {
  test.each(messages)('$says', ({ item, becomes }) => {
    const whole = { from: '15557770000', id: 'wamid.A', timestamp: '1760000000', ...item };
    expect(parse(payload({ messages: [whole] }), NOW).messages).toEqual([
      {
        number: '2000001',
        sender: { address: '15557770000', phone: '15557770000' },
        at: 1_760_000_000_000,
        message: { id: 'wamid.A', ...becomes },
      },
    ]);
  });

  test('has the time it came, if it says none', () => {
    const [found] = parse(
      payload({ messages: [{ from: '1', id: 'wamid.A', timestamp: 'noon' }] }),
      NOW,
    ).messages;
    expect(found?.at).toBe(NOW);
  });

  test('does not hide a form that nests too deep', () => {
    const response_json = '['.repeat(5000) + ']'.repeat(5000);
    const item = { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json } } };
    const [found] = parse(payload({ messages: [{ from: '1', id: 'wamid.A', ...item }] }), NOW).messages;
    expect(found?.message).toMatchObject({ kind: 'form', answers: { value: response_json } });
  });
});

test.each(senders)('a sender: $says', ({ from, contacts, becomes }) => {
  const item = { id: 'wamid.A', type: 'text', text: { body: 'hi' }, ...from };
  const found = parse(payload({ messages: [item], ...(contacts && { contacts }) }), NOW).messages;
  expect(found.map(({ sender }) => sender)).toEqual([becomes]);
});

test.each(statuses)('a status: $says', ({ item, becomes }) => {
  expect(parse(payload({ statuses: [item] }), NOW).statuses).toEqual(becomes ? [becomes] : []);
});

test.each(envelopes)('an envelope: $says', ({ payload: whole, becomes }) => {
  expect(parse(whole, NOW)).toEqual(becomes);
});

describe('whatever comes', () => {
  test('any JSON is read without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (json) => {
        parse(json, NOW);
        parse(payload(isObject(json) ? json : { messages: json, statuses: json, contacts: json }), NOW);
      }),
      { numRuns: 500 },
    );
  });

  test('a damaged payload is read without a throw, and every item has its ids', () => {
    const items = messages.map(({ item }) => ({
      from: '1',
      id: 'wamid.A',
      timestamp: '1760000000',
      ...item,
    }));
    const valid = payload({
      messages: items,
      statuses: statuses.map(({ item }) => item),
      contacts: senders.flatMap(({ contacts }): readonly unknown[] => contacts ?? []),
    });
    fc.assert(
      fc.property(mutated(valid), (damaged) => {
        const delivery = parse(damaged, NOW);
        for (const { number, sender, at, message } of delivery.messages) {
          expect([number, sender.address, message.id, message.kind].every(Boolean)).toBe(true);
          expect(new Date(at).getTime()).toBe(at);
        }
        for (const { channelId, at } of delivery.statuses) {
          expect(channelId).not.toBe('');
          expect(new Date(at).getTime()).toBe(at);
        }
      }),
      { numRuns: 500 },
    );
  });
});
