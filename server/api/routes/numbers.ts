import { problems } from '../../problems.ts';
import type { NumberRecord } from '../../store/store.ts';
import { changed } from '../changed.ts';
import { checkNumber } from '../check-number.ts';
import type { NumberView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../route.ts';
import { list } from '../schema.ts';
import { newNumber, number, numberChange, numberCheck } from '../schemas/settings.ts';

const PER_SECOND = 20;

/** WhatsApp senders. Their secrets go in and never come out. */
export const numberRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/numbers',
    title: 'The connected numbers, without their secrets',
    needs: 'workspace.read',
    answer: list(number),
    handle: async ({ deps }) => (await deps.store.numbers.all()).map((kept) => shown(deps, kept)),
  }),
  route({
    method: 'post',
    path: '/numbers',
    title: 'Connects a number',
    needs: 'settings.edit',
    body: newNumber,
    answer: number,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body: { token, appSecret, ...plan } }) => {
      if (await deps.store.numbers.get(plan.id)) throw problems.taken('number', plan.id);
      return keep(deps, {
        perSecond: PER_SECOND,
        ...plan,
        ...testersIn(plan),
        ...sealed(deps, { token, appSecret }),
      });
    },
  }),
  route({
    method: 'put',
    path: '/numbers/:id',
    title: 'Changes what is given of a number; secrets that are left out stay',
    needs: 'settings.edit',
    body: numberChange,
    answer: number,
    refuses: [404],
    handle: async ({ deps, param, body: { token, appSecret, ...plan } }) => {
      const before = await known(deps, param('id'));
      return keep(deps, { ...before, ...plan, ...testersIn(plan), ...sealed(deps, { token, appSecret }) });
    },
  }),
  route({
    method: 'delete',
    path: '/numbers/:id',
    title: 'Disconnects a number; its conversations stay',
    needs: 'settings.edit',
    refuses: [404],
    handle: async ({ deps, param }) => {
      if (!(await deps.store.numbers.remove(param('id')))) throw problems.noSuch('number', param('id'));
      await changed(deps);
    },
  }),
  route({
    method: 'post',
    path: '/numbers/:id/check',
    title: 'Checks step by step whether a number can send and receive, and says what to enter at Meta',
    needs: 'settings.edit',
    answer: numberCheck,
    refuses: [404],
    handle: async ({ deps, param }) => checkNumber(deps, await known(deps, param('id'))),
  }),
  route({
    method: 'post',
    path: '/numbers/:id/subscribe',
    title: 'Asks WhatsApp to send the webhooks of the account here, and checks again',
    needs: 'settings.edit',
    answer: numberCheck,
    refuses: [404],
    handle: async ({ deps, param }) => {
      const kept = await known(deps, param('id'));
      return checkNumber(deps, kept, { subscribe: true });
    },
  }),
];

/** Testers as the channel knows them: digits only, each once. Throws a problem for what is no phone number. */
function testersIn({ testers }: { readonly testers?: readonly string[] }): {
  readonly testers?: readonly string[];
} {
  if (!testers) return {};
  const plain = testers.map((tester) => tester.replace(/^\s*00/, '').replace(/[\s().+-]/g, ''));
  const wrong = plain.flatMap((tester, i) =>
    /^[1-9]\d{6,14}$/.test(tester)
      ? []
      : [
          {
            field: `testers.${i}`,
            message: `"${testers[i]}" is no phone number with its country code, such as +66 81 234 5678.`,
          },
        ],
  );
  if (wrong.length > 0) throw problems.invalid(wrong);
  return { testers: [...new Set(plain)] };
}

async function known({ store }: ApiDeps, id: string): Promise<NumberRecord> {
  const kept = await store.numbers.get(id);
  if (!kept) throw problems.noSuch('number', id);
  return kept;
}

async function keep(deps: ApiDeps, kept: NumberRecord): Promise<NumberView> {
  await deps.store.numbers.put(kept);
  await changed(deps);
  return shown(deps, kept);
}

type Secrets = Pick<NumberRecord, 'token' | 'appSecret'>;

function sealed(deps: ApiDeps, given: { token: string; appSecret: string }): Secrets;
function sealed(
  deps: ApiDeps,
  given: { token?: string | undefined; appSecret?: string | undefined },
): Partial<Secrets>;
function sealed(
  { vault }: ApiDeps,
  { token, appSecret }: { token?: string | undefined; appSecret?: string | undefined },
): Partial<Secrets> {
  return {
    ...(token !== undefined && { token: vault.seal(token.trim()) }),
    ...(appSecret !== undefined && { appSecret: vault.seal(appSecret.trim()) }),
  };
}

function shown({ runtime }: ApiDeps, { token: _, appSecret: __, ...rest }: NumberRecord): NumberView {
  const rate = runtime.governor.rate(rest.id);
  return { ...rest, ...(rate !== undefined && { rate }) };
}
