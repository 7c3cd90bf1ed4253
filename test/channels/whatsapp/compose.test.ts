import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { OutboundChoices, OutboundMessage } from '../../../nodes/contract/message.ts';
import { SendFailure } from '../../../server/channels/channel.ts';
import { choicesLook } from '../../../server/channels/whatsapp/choices-look.ts';
import { compose } from '../../../server/channels/whatsapp/compose.ts';
import { id, label } from './arbitrary.ts';
import pairs from './payloads/outbound.json' with { type: 'json' };

const ana = { phone: '15557770000' };
const composed = (message: OutboundMessage): JsonObject => compose(ana, message, 'evt/1');

test.each(pairs)('sends $says', ({ message, becomes }) => {
  expect(composed(message as OutboundMessage)).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+15557770000',
    biz_opaque_callback_data: 'evt/1',
    ...becomes,
  });
});

describe('the recipient', () => {
  const hello: OutboundMessage = { kind: 'text', text: 'hi' };

  test('is the phone, with a plus, when both are known', () => {
    const body = compose({ phone: '+1 555', userId: 'US.1' }, hello, 'e');
    expect([body['to'], body['recipient']]).toEqual(['+1555', undefined]);
  });

  test('is the user id of somebody without a phone', () => {
    const body = compose({ userId: 'US.1' }, hello, 'e');
    expect([body['to'], body['recipient']]).toEqual([undefined, 'US.1']);
  });

  test('is needed', () => {
    expect(() => compose({}, hello, 'e')).toThrow(SendFailure);
  });
});

describe('a long', () => {
  const long = 'words '.repeat(2000);

  test('text is cut', () => {
    expect(composed({ kind: 'text', text: long })).toMatchObject({
      text: { body: expect.stringMatching(/…$/) },
    });
  });

  test('question of two options becomes a list', () => {
    const options = [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ];
    expect(choicesLook({ text: 'x'.repeat(1024), options }).as).toBe('buttons');
    expect(choicesLook({ text: 'x'.repeat(1025), options }).as).toBe('list');
  });

  test('numbered question keeps all its options', () => {
    const options = Array.from({ length: 40 }, (_, at) => ({
      id: `${at}`,
      label: `Option ${at}`,
      description: long,
    }));
    const body = textOf(composed({ kind: 'choices', text: long, options, footer: 'Bye' }));
    expect(body).toContain('40. Option 39\n\n_Bye_');
    expect(body.length).toBeLessThanOrEqual(4096);
  });

  test('link text keeps its address', () => {
    const body = textOf(composed({ kind: 'link', text: long, label: 'Pay', url: 'https://x.test/p' }));
    expect(body.endsWith('…\n\nPay\nhttps://x.test/p')).toBe(true);
    expect(body.length).toBeLessThanOrEqual(4096);
  });
});

test('a question of any labels stays within the limits, and shows what it says it will', () => {
  const option = fc.record({ id, label, description: fc.oneof(label, fc.constant('')) });
  const choices = fc.record({
    text: fc.oneof(label, fc.string({ minLength: 1000, maxLength: 5000 })),
    header: label,
    footer: label,
    open: label,
    origin: fc.record({ flow: id, version: fc.nat(), node: id }),
    options: fc.uniqueArray(option, { maxLength: 14, selector: (one) => one.id }),
  });
  fc.assert(
    fc.property(choices, (message: OutboundChoices) => {
      const look = choicesLook(message);
      expect(look.titles.length).toBe(message.options.length);
      checkLimits(composed({ kind: 'choices', ...message }), look.titles);
    }),
    { numRuns: 300 },
  );
});

interface Interactive {
  readonly type: string;
  readonly header?: { readonly text: string };
  readonly body: { readonly text: string };
  readonly footer?: { readonly text: string };
  readonly action: {
    readonly button?: string;
    readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
    readonly sections?: readonly {
      readonly rows: readonly { id: string; title: string; description?: string }[];
    }[];
  };
}

function textOf(body: JsonObject): string {
  return (body as { readonly text: { readonly body: string } }).text.body;
}

function checkLimits(body: JsonObject, titles: readonly string[]): void {
  if (body['type'] === 'text') {
    expect(textOf(body).length).toBeLessThanOrEqual(4096);
    return;
  }
  const { interactive }: { readonly interactive: Interactive } = JSON.parse(JSON.stringify(body));
  const { type, header, body: words, footer, action } = interactive;
  const rows = action.buttons?.map(({ reply }) => reply) ?? action.sections?.[0]?.rows ?? [];
  const [most, title] = type === 'button' ? [1024, 20] : [4096, 24];
  expect(rows.map((row) => row.title)).toEqual(titles);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  const limits: readonly (readonly [string, number, number])[] = [
    [words.text, 1, most],
    [header?.text ?? 'x', 1, 60],
    [footer?.text ?? 'x', 1, 60],
    [action.button ?? 'x', 1, 20],
    ...rows.map((row) => [row.title, 1, title] as const),
    ...rows.map((row) => [row.id, 1, 200] as const),
    ...rows.map((row) => ['description' in row ? (row.description ?? '') : 'x', 1, 72] as const),
  ];
  for (const [text, least, limit] of limits) {
    expect(text.length).toBeGreaterThanOrEqual(least);
    expect(text.length).toBeLessThanOrEqual(limit);
  }
}
