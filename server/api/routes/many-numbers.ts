import { problems } from '../../problems.ts';
import { changed } from '../changed.ts';
import { changeNumber, checkFlows } from '../numbers/change-number.ts';
import { importNumbers } from '../numbers/import-numbers.ts';
import { numberViews } from '../numbers/number-views.ts';
import { type Route, route } from '../route.ts';
import { list } from '../schema.ts';
import { number, numberBulk, numberImport, numberImported } from '../schemas/settings.ts';

/** Many numbers at once. */
export const manyNumberRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/numbers/bulk',
    title: 'Changes several numbers in the same way: all of them, or none',
    needs: 'settings.edit',
    body: numberBulk,
    answer: list(number),
    handle: async ({ deps, body: { ids, change } }) => {
      const all = new Map((await deps.store.numbers.all()).map((kept) => [kept.id, kept]));
      const missing = ids.flatMap((id, index) =>
        all.has(id) ? [] : [{ field: `ids.${index}`, message: `There is no number "${id}".` }],
      );
      if (missing.length > 0) throw problems.invalid(missing);
      await checkFlows(deps, change, 'change.');
      const next = [...new Set(ids)].flatMap((id) => {
        const kept = all.get(id);
        return kept ? [changeNumber(deps, kept, change)] : [];
      });
      for (const kept of next) await deps.store.numbers.put(kept);
      await changed(deps);
      return numberViews(deps, next);
    },
  }),
  route({
    method: 'post',
    path: '/numbers/import',
    title: 'Looks at rows of numbers, says of each what is wrong, and connects the good ones when asked',
    needs: 'settings.edit',
    body: numberImport,
    answer: numberImported,
    handle: async ({ deps, body: { text, connect = false } }) => ({
      rows: await importNumbers(deps, text, connect),
    }),
  }),
];
