import { problems } from '../../problems.ts';
import type { NumberRecord } from '../../store/store.ts';
import { changed } from '../changed.ts';
import type { ImportedRow } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { accountFormat, idFormat, secretFormat, tokenFormat } from './number-formats.ts';
import { readRows } from './read-rows.ts';

const MOST_ROWS = 500;
const PER_SECOND = 20;
const FIELDS = ['id', 'account', 'name', 'display', 'token', 'app secret'] as const;

/** Says of each row what is wrong with it. Connects the good ones, if asked to. Throws a problem for too many rows. */
export async function importNumbers(
  deps: ApiDeps,
  text: string,
  connect: boolean,
): Promise<readonly ImportedRow[]> {
  const rows = readRows(text).filter(({ cells }) => !isHeading(cells));
  if (rows.length > MOST_ROWS) {
    const message = `These are ${rows.length} rows; at most ${MOST_ROWS} are taken at once.`;
    throw problems.invalid([{ field: 'text', message }]);
  }
  const taken = new Set((await deps.store.numbers.all()).map(({ id }) => id));
  const report: ImportedRow[] = [];
  for (const { line, cells } of rows) {
    const [id = '', account = '', name = '', display = '', token = '', appSecret = ''] = cells;
    const wrong = wrongWith(cells, taken);
    taken.add(id);
    if (connect && wrong.length === 0)
      await deps.store.numbers.put({
        ...{ id, account, name, display, perSecond: PER_SECOND },
        token: deps.vault.seal(token),
        appSecret: deps.vault.seal(appSecret),
      } satisfies NumberRecord);
    const is = wrong.length > 0 ? 'wrong' : connect ? 'connected' : 'fine';
    report.push({ line, id, name, is, wrong });
  }
  if (report.some(({ is }) => is === 'connected')) await changed(deps);
  return report;
}

/** A first row of names instead of a number. */
const isHeading = ([first = '']: readonly string[]): boolean => /^(phone[ _-]?number[ _-]?)?id$/i.test(first);

function wrongWith(cells: readonly string[], taken: ReadonlySet<string>): ImportedRow['wrong'] {
  const missing = FIELDS.filter((_, index) => !cells[index]);
  if (missing.length > 0) return [{ code: 'missing', says: `Missing: ${missing.join(', ')}.` }];
  const [id = '', account = '', name = '', display = '', token = '', appSecret = ''] = cells;
  const formats = [idFormat(id), accountFormat(account), tokenFormat(token), secretFormat(appSecret)]
    .filter((step) => step?.is === 'wrong')
    .flatMap((step) => (step ? [{ code: step.code, says: step.says }] : []));
  return [
    ...(taken.has(id) ? [{ code: 'number-exists', says: `There already is a number ${id}.` }] : []),
    ...formats,
    ...(cells.length > FIELDS.length
      ? [{ code: 'too-many', says: `There are ${cells.length} columns instead of 6.` }]
      : []),
    ...([id, account].some((part) => part.length > 32) || name.length > 120 || display.length > 40
      ? [{ code: 'too-long', says: 'An ID, the name or the number is too long.' }]
      : []),
    ...(token.length > 2_000 ? [{ code: 'too-long', says: 'The token is too long.' }] : []),
  ];
}
