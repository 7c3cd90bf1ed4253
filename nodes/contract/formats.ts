import { DURATION_PATTERN } from './duration.ts';
import type { AnySchema, Format } from './schema.ts';

/** What every text and condition may read besides the flow's variables; so no variable may be called that. */
export const GIVEN: readonly string[] = ['contact', 'message', 'now', 'timeZone'];

/** Names the scope and the templates have taken already. */
const TAKEN = new Set([
  ...GIVEN,
  ...['true', 'false', 'nil', 'null', 'empty', 'blank'],
  ...['__proto__', 'constructor', 'prototype'],
]);

const anything = () => true;
const duration = new RegExp(DURATION_PATTERN);

/** Which texts each format takes: what a validator registers. Whether a named thing exists, only the workspace knows. */
export const formats: { readonly [F in Format | AnySchema['format']]: (text: string) => boolean } = {
  template: anything,
  'url-template': anything,
  variable: (name) => /^[A-Za-z_]\w{0,63}$/.test(name) && !TAKEN.has(name),
  duration: (text) => duration.test(text),
  'date-time': (text) => !Number.isNaN(Date.parse(text)),
  keyword: anything,
  pattern: anything,
  flow: anything,
  calendar: anything,
  connection: anything,
  team: anything,
  number: anything,
  tag: anything,
  field: anything,
  condition: anything,
  json: anything,
};
