import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SETTINGS } from '../server/config.ts';

const BETWEEN = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/;

test('the README tells of every setting there is', async () => {
  const readme = await readFile('README.md', 'utf8');
  const rows = SETTINGS.map(({ name, fallback, says }) => {
    const value = fallback === undefined ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${value} | ${says} |`;
  });
  const table = ['| setting | default | what it is |', '|---|---|---|', ...rows].join('\n');
  const expected = readme.replace(BETWEEN, (_all, from: string, to: string) => `${from}${table}\n${to}`);
  if (process.env['UPDATE']) await writeFile('README.md', expected);
  else expect(readme).toBe(expected);
});
