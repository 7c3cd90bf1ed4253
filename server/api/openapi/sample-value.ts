import type { Json } from '../../../nodes/contract/json.ts';
import type { JsonSchema, ListSchema, MapSchema, ObjectSchema, TextSchema } from '../schema.ts';

/** A moment in the spring of 2026. */
const A_MOMENT = 1_772_420_400_000;

/**
 * A value that a schema accepts, for people to look at; `name` is the field it stands in. Undefined for a text that must
 * look like nothing we can think of.
 */
export function sampleValue(schema: JsonSchema, name = ''): Json | undefined {
  const [example] = schema.examples ?? [];
  if (example !== undefined) return example;
  switch (schema.type) {
    case 'string':
      return schema.enum?.[0] ?? sampleText(schema, name);
    case 'integer':
    case 'number':
      return numberIn(schema, name);
    case 'boolean':
      return false;
    case 'array':
      return sampleList(schema, name);
    case 'object':
      return sampleObject(schema);
    default:
      return {};
  }
}

/** What a person would enter in a field of that name. */
const TEXTS: { readonly [name: string]: string } = {
  id: 'price-list',
  name: 'Price list',
  description: 'Sends the price list',
  labels: 'shop',
  ids: 'price-list',
  text: 'How much is it?',
  display: '+66 2 555 0100',
  timeZone: 'Asia/Bangkok',
  phone: '66812345678',
  agent: 'Mali',
  note: 'New prices',
  code: 'port-unconnected',
  severity: 'warning',
  message: 'A sentence on what is wrong.',
  type: 'keyword',
  node: 'start',
  baseUrl: 'https://crm.example.com',
};

function numberIn(
  {
    minimum = 0,
    maximum = Number.POSITIVE_INFINITY,
  }: { readonly minimum?: number; readonly maximum?: number },
  name: string,
): number {
  const wish = /At$|^at$|^since$|^until$/.test(name) ? A_MOMENT : 1;
  return Math.min(maximum, Math.max(minimum, wish));
}

/** Tried in turn where a text must look a certain way. */
const ANY = [
  'price-list',
  '66812345678',
  '09:00',
  '2026-03-02',
  'en',
  'https://example.com',
  'ana@example.com',
];

function sampleText(
  { pattern = '', minLength = 0, maxLength = 5000 }: TextSchema,
  name: string,
): string | undefined {
  const looks = new RegExp(pattern, 'u');
  return [TEXTS[name] ?? 'text', ...ANY, 'x'.repeat(minLength)].find(
    (text) => looks.test(text) && text.length >= minLength && text.length <= maxLength,
  );
}

function sampleList({ items, minItems = 1 }: ListSchema, name: string): Json | undefined {
  const item = sampleValue(items, name);
  // More than one would have to differ, if they have ids.
  if (item === undefined) return minItems > 1 ? undefined : [];
  return Array.from({ length: Math.max(1, minItems) }, () => item);
}

function sampleObject(schema: ObjectSchema | MapSchema): Json | undefined {
  const fields: readonly (readonly [string, JsonSchema])[] =
    'properties' in schema ? Object.entries(schema.properties) : [['name', schema.additionalProperties]];
  const required = 'required' in schema ? (schema.required ?? []) : [];
  const samples = fields.map(([name, field]) => [name, sampleValue(field, name)] as const);
  if (samples.some(([name, value]) => value === undefined && required.includes(name))) return undefined;
  return Object.fromEntries(samples.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
