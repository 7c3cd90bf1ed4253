import { describe, expect, test } from 'vitest';
import { MEANINGS } from '../../../server/channels/whatsapp/failure-table.ts';
import { explain, failureKind, failureOf } from '../../../server/channels/whatsapp/failures.ts';

const body = (error: object): string => JSON.stringify({ error });

test.each([
  ['131000', 'retry'],
  ['2', 'retry'],
  ['130429', 'slow'],
  ['131048', 'slow'],
  ['131056', 'slowPair'],
  ['131047', 'window'],
  ['131026', 'recipient'],
  ['131049', 'recipient'],
  ['131009', 'refused'],
  ['132001', 'refused'],
  ['132999', 'refused'],
  ['190', 'blocked'],
  ['210', 'blocked'],
  ['131042', 'blocked'],
  ['unknown', 'refused'],
])('code %s means %s', (code, kind) => {
  expect(failureKind(code)).toBe(kind);
});

test('every code has a sentence of its own kind', () => {
  for (const [code, { sentence }] of MEANINGS) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(explain(String(code))).toBe(sentence);
  }
});

describe('an answer of HTTP', () => {
  test('is judged by its code, whatever the status', () => {
    for (const status of [400, 403, 429, 500])
      expect(failureOf(status, body({ code: 131056, message: '(#131056) x' }))).toMatchObject({
        kind: 'slowPair',
        code: '131056',
        unsure: false,
      });
  });

  test('tells what Meta said', () => {
    const failure = failureOf(400, body({ code: 131009, error_data: { details: 'Duplicate button id' } }));
    expect(failure.message).toBe(
      'WhatsApp does not allow a value in this message. Meta says: Duplicate button id',
    );
  });

  test('is judged by its subcode where that says more', () => {
    expect(failureOf(400, body({ code: 100, error_subcode: 33 })).kind).toBe('blocked');
    expect(failureOf(400, body({ code: 100 })).kind).toBe('refused');
    expect(failureOf(401, body({ code: 190, error_subcode: 463 })).message).toContain('has expired');
  });

  test('never repeats a token', () => {
    const token = 'EAAGm0PX4ZCpsBAabcdef123456';
    for (const code of [190, 100, 987_654])
      expect(
        failureOf(401, body({ code, message: `Malformed access token ${token}` })).message,
      ).not.toContain(token);
  });

  test.each([
    [502, 'retry', true],
    [504, 'retry', true],
    [503, 'retry', false],
    [429, 'slow', false],
    [401, 'blocked', false],
    [404, 'blocked', false],
    [302, 'blocked', false],
    [400, 'refused', false],
  ])('%i without a code is %s', (status, kind, unsure) => {
    for (const text of ['<html>Bad Gateway</html>', '', '[]', '{"error":"x"}', '{"error":{}}'])
      expect(failureOf(status, text)).toMatchObject({ kind, unsure, code: `http-${status}` });
  });

  test('with an unknown code is judged by its status', () => {
    expect(failureOf(500, body({ code: 999_999 }))).toMatchObject({
      kind: 'retry',
      code: '999999',
      unsure: false,
    });
    expect(failureOf(400, body({ code: 999_999, is_transient: true })).kind).toBe('retry');
    expect(failureOf(400, body({ code: 999_999 })).kind).toBe('refused');
  });
});
