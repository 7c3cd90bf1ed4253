import { problems } from '../../problems.ts';
import type { ConnectionRecord, Sealed } from '../../store/store.ts';
import type { ConnectionView } from '../contract.ts';
import type { ApiDeps, Vault } from '../deps.ts';
import { type Route, route } from '../route.ts';
import type { ValueOf } from '../schema.ts';
import { connection, connectionBody, connectionTest, connectionTry } from '../schemas/settings.ts';
import { setOfThings } from '../things/set-of-things.ts';
import { tryConnection } from '../things/try-connection.ts';

type Body = ValueOf<typeof connectionBody>;

/** Outside systems. Their secrets go in and never come out. */
export const connectionRoutes: readonly Route[] = [
  ...setOfThings({
    thing: 'connection',
    path: '/connections',
    body: connectionBody,
    shown: connection,
    documents: ({ store }) => store.connections,
    make: ({ vault }, id, body, before) => connectionOf(vault, id, body, before),
    show: shown,
  }),
  route({
    method: 'post',
    path: '/connections/:id/test',
    title: 'Makes a real call through a connection and shows what came, its secrets masked',
    needs: 'settings.edit',
    body: connectionTry,
    answer: connectionTest,
    refuses: [404],
    handle: async ({ deps, param, body }) => {
      const kept = await deps.store.connections.get(param('id'));
      if (!kept) throw problems.noSuch('connection', param('id'));
      return tryConnection(deps, kept, body);
    },
  }),
];

function connectionOf(
  vault: Vault,
  id: string,
  { headers, keep, ...rest }: Body,
  before: ConnectionRecord | undefined,
): ConnectionRecord {
  const known = before?.headers ?? {};
  const stays = headers || keep ? (keep ?? []) : Object.keys(known);
  const kept = Object.entries(known).filter(
    ([name]) => stays.includes(name) && !Object.hasOwn(headers ?? {}, name),
  );
  if (before && kept.length > 0) refuseToMove(before, rest.baseUrl);
  for (const name of Object.keys(headers ?? {})) checkHeader(name);
  return { id, ...rest, headers: { ...Object.fromEntries(kept), ...sealed(vault, headers ?? {}) } };
}

/** Secrets that nobody may read must not be sent to somebody else either. */
function refuseToMove(before: ConnectionRecord, baseUrl: string): void {
  if (URL.parse(before.baseUrl)?.origin === URL.parse(baseUrl)?.origin) return;
  const message =
    'The address leads to another server. Enter the keys again, so that the old ones are not sent there.';
  throw problems.invalid([{ field: 'headers', message }]);
}

function checkHeader(name: string): void {
  if (/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name)) return;
  const message = `"${name.slice(0, 100)}" is no name of a header: letters, digits and hyphens only.`;
  throw problems.invalid([{ field: 'headers', message }]);
}

const sealed = (vault: Vault, headers: { readonly [name: string]: string }): { [name: string]: Sealed } =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, vault.seal(value.trim())]));

function shown({ headers, kind = 'http', ...rest }: ConnectionRecord, { vault }: ApiDeps): ConnectionView {
  return {
    ...rest,
    kind,
    headers: Object.keys(headers),
    secretsReadable: Object.values(headers).every((value) => opens(vault, value)),
  };
}

function opens(vault: Vault, value: Sealed): boolean {
  try {
    vault.open(value);
    return true;
  } catch {
    return false;
  }
}
