import { isObject, type Json } from '../../../nodes/contract/json.ts';
import type { FlowFile } from './flow-file.ts';

const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['en', /\p{Script=Latin}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** A language counts when at least this part of the letters is of its script. */
const SHARE = 0.15;

/** In which languages a flow writes to people, as far as scripts tell; the most written first. */
export function languagesOf({ nodes }: Pick<FlowFile, 'nodes'>): readonly string[] {
  const said = nodes
    .filter(({ type }) => TALKS.has(type))
    .flatMap(({ params }) => textsIn(params))
    .join(' ')
    // Names of variables and addresses are Latin in every language.
    .replace(/\{\{.*?\}\}|https?:\S+/gs, '');
  const counts = SCRIPTS.map(([language, script]) => ({ language, n: said.match(script)?.length ?? 0 }));
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  return counts
    .filter(({ n }) => n > 0 && n >= all * SHARE)
    .toSorted((a, b) => b.n - a.n)
    .map(({ language }) => language);
}

const TALKS: ReadonlySet<string> = new Set(['send-message', 'choices', 'ask']);

/** Fields that people read. */
const READ: ReadonlySet<string> = new Set([
  'text',
  'question',
  'label',
  'body',
  'caption',
  'description',
  'footer',
  'header',
]);

function textsIn(value: Json, key = ''): readonly string[] {
  if (typeof value === 'string') return READ.has(key) ? [value] : [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => textsIn(item, key));
  return isObject(value) ? Object.entries(value).flatMap(([name, field]) => textsIn(field, name)) : [];
}
