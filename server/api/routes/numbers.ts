import { randomBytes, randomInt } from 'node:crypto';
import { problems } from '../../problems.ts';
import type { NumberRecord } from '../../store/store.ts';
import { changed } from '../changed.ts';
import type { NumberView } from '../contract.ts';
import type { ApiDeps } from '../deps.ts';
import { changeNumber, checkFlows } from '../numbers/change-number.ts';
import { checkKept, checkNumber, opened } from '../numbers/check-number.ts';
import { numberView, numberViews } from '../numbers/number-views.ts';
import { testersIn } from '../numbers/testers.ts';
import { type Route, route } from '../route.ts';
import { list } from '../schema.ts';
import * as schemas from '../schemas/settings.ts';

const PER_SECOND = 20;
const VIRTUAL_PER_SECOND = 80;

/** WhatsApp senders. Their secrets go in and never come out. */
export const numberRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/numbers',
    title: 'The connected numbers and how they stand, without their secrets',
    needs: 'workspace.read',
    answer: list(schemas.number),
    handle: async ({ deps }) => numberViews(deps, await deps.store.numbers.all()),
  }),
  route({
    method: 'post',
    path: '/numbers',
    title: 'Connects a number',
    needs: 'settings.edit',
    body: schemas.newNumber,
    answer: schemas.number,
    status: 201,
    refuses: [409],
    handle: async ({ deps, body: { token, appSecret, ...plan } }) => {
      if (await deps.store.numbers.get(plan.id)) throw problems.taken('number', plan.id);
      await checkFlows(deps, plan);
      const secrets = { token: deps.vault.seal(token.trim()), appSecret: deps.vault.seal(appSecret.trim()) };
      return keep(deps, { perSecond: PER_SECOND, ...plan, ...testersIn(plan), ...secrets });
    },
  }),
  route({
    method: 'post',
    path: '/numbers/virtual',
    title: 'Makes a number of the virtual WhatsApp, which works at once',
    needs: 'settings.edit',
    body: schemas.newVirtualNumber,
    answer: schemas.virtualNumber,
    status: 201,
    handle: async ({ deps, body: { name } }) => {
      const taken = new Set((await deps.store.numbers.all()).map(({ id }) => id));
      const made = await keep(deps, virtualNumber(deps, name, taken));
      return { number: made, chat: `/simulator?number=${made.id}` };
    },
  }),
  route({
    method: 'post',
    path: '/numbers/check-draft',
    title: 'Checks what is known of a number so far, before anything is kept',
    needs: 'settings.edit',
    body: schemas.numberDraft,
    answer: schemas.numberCheck,
    handle: async ({ deps, body }) => {
      const kept = body.id === undefined ? undefined : await deps.store.numbers.get(body.id.trim());
      const given = Object.fromEntries(
        Object.entries(body).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : [])),
      );
      const { steps, paste } = await checkNumber(deps, { ...(kept && opened(deps, kept)), ...given });
      return { steps, paste };
    },
  }),
  route({
    method: 'put',
    path: '/numbers/:id',
    title: 'Changes what is given of a number; secrets that are left out stay',
    needs: 'settings.edit',
    body: schemas.numberChange,
    answer: schemas.number,
    refuses: [404],
    handle: async ({ deps, param, body }) => {
      const before = await known(deps, param('id'));
      await checkFlows(deps, body);
      return keep(deps, changeNumber(deps, before, body));
    },
  }),
  route({
    method: 'delete',
    path: '/numbers/:id',
    title: 'Disconnects a number; its conversations stay',
    needs: 'settings.edit',
    refuses: [404],
    handle: async ({ deps, param }) => {
      const { id, virtual } = await known(deps, param('id'));
      await deps.store.numbers.remove(id);
      await deps.store.numberHealth.remove(id);
      await changed(deps);
      if (virtual) await deps.virtualNumbers.disconnect(id);
    },
  }),
  route({
    method: 'post',
    path: '/numbers/:id/check',
    title: 'Checks step by step whether a number can send and receive, and says what to enter at Meta',
    needs: 'settings.edit',
    answer: schemas.numberCheck,
    refuses: [404],
    handle: async ({ deps, param }) => checkKept(deps, await known(deps, param('id'))),
  }),
  route({
    method: 'post',
    path: '/numbers/:id/subscribe',
    title: 'Asks WhatsApp to send the webhooks of the account here, and checks again',
    needs: 'settings.edit',
    answer: schemas.numberCheck,
    refuses: [404],
    handle: async ({ deps, param }) => checkKept(deps, await known(deps, param('id')), { subscribe: true }),
  }),
];

async function known({ store }: ApiDeps, id: string): Promise<NumberRecord> {
  const kept = await store.numbers.get(id);
  if (!kept) throw problems.noSuch('number', id);
  return kept;
}

async function keep(deps: ApiDeps, kept: NumberRecord): Promise<NumberView> {
  await deps.store.numbers.put(kept);
  await changed(deps);
  if (kept.virtual) await deps.virtualNumbers.connect();
  return numberView(deps, kept);
}

function virtualNumber({ vault }: ApiDeps, name: string, taken: ReadonlySet<string>): NumberRecord {
  const digits = () => `1${String(randomInt(10 ** 14)).padStart(14, '0')}`;
  let id = digits();
  while (taken.has(id)) id = digits();
  return {
    id,
    account: digits(),
    name,
    // 555-01xx is kept free for numbers that there are not.
    display: `+1 ${randomInt(201, 989)} 555 01${String(randomInt(100)).padStart(2, '0')}`,
    token: vault.seal(randomBytes(24).toString('base64url')),
    appSecret: vault.seal(randomBytes(24).toString('base64url')),
    perSecond: VIRTUAL_PER_SECOND,
    virtual: true,
    readReceipts: true,
  };
}
