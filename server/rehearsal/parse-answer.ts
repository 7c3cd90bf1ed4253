import type { Reading } from './chat.ts';
import { readJson, readJsonObject } from './read-json.ts';
import { parseSpan } from './span.ts';

type Rule = readonly [form: RegExp, read: (...found: readonly string[]) => Reading];

/** What the world can do, each as it is written after `~`. */
const rules: readonly Rule[] = [
  [/^(\d{3})(?: (.+))?$/s, (status = '', body = 'null') => answer(Number(status), body)],
  [/^record (.+)$/s, (json = '') => found(json)],
  [/^no record$/, () => ({ does: 'find', record: null })],
  [/^timeout$/, () => ({ does: 'fail', code: 'timeout', reason: 'no answer in time' })],
  [/^failed(?: (.+))?$/, (reason = 'unreachable') => ({ does: 'fail', code: 'failed', reason })],
  [/^(?:until )?(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/, (day = '', time = '') => until(day, time)],
  [/^agent (.+) takes it$/, (agent = '') => ({ does: 'claim', agent })],
  [/^agent resolves(?:: (.+))?$/, (note) => released('resolved', note)],
  [/^nobody is there$/, () => released('nobody')],
  [/^nobody came in time$/, () => released('timedOut')],
  [/^the customer left$/, () => released('customerLeft')],
  [/^flow (\S+) starts(?: (.+))?$/s, (flow = '', json = '{}') => request(flow, json)],
];

const FORMS =
  '"3h", "until 2026-03-02 09:00", "200 {…}", "record {…}", "no record", "timeout", "failed reason", "agent Mali takes it", ' +
  '"agent resolves", "nobody is there", "nobody came in time", "the customer left" or "flow NAME starts"';

/** Reads what stands after `~`: an answer of the outside, time that passes, or what people do. */
export function parseAnswer(text: string): Reading {
  const ms = parseSpan(text);
  if (ms !== undefined) return { does: 'pass', ms };
  for (const [form, read] of rules) {
    const found = form.exec(text);
    if (found) return read(...found.slice(1));
  }
  return `the world does not do that; it can do ${FORMS}`;
}

function answer(status: number, json: string): Reading {
  const body = readJson(json);
  return { does: 'answer', status, body: 'value' in body ? body.value : json };
}

function found(json: string): Reading {
  const record = readJson(json);
  return 'problem' in record ? record.problem : { does: 'find', record: record.value };
}

function request(flow: string, json: string): Reading {
  const set = readJsonObject(json);
  return typeof set === 'string' ? set : { does: 'request', flow, set };
}

const until = (day: string, time: string): Reading => ({ does: 'passUntil', day, time });

const released = (how: 'resolved' | 'nobody' | 'timedOut' | 'customerLeft', note?: string): Reading => ({
  does: 'release',
  how,
  ...(note !== undefined && { note }),
});
