import type { ConnectionView } from '../../server/api/contract.ts';

export type Kind = ConnectionView['kind'];

/** A connection while it is being edited. */
export interface ConnectionDraft {
  readonly name: string;
  readonly kind: Kind;
  readonly baseUrl: string;
  readonly model: string;
  readonly allowPrivate: boolean;
  /** A new key, sent as `Authorization: Bearer …`. */
  readonly key: string;
  /** The stored headers that stay. */
  readonly keep: readonly string[];
  /** New headers. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

const KEY_HEADER = 'authorization';

export const draftOf = (view: ConnectionView | undefined): ConnectionDraft => ({
  name: view?.name ?? '',
  kind: view?.kind ?? 'http',
  baseUrl: view?.baseUrl ?? '',
  model: view?.model ?? '',
  allowPrivate: view?.allowPrivate ?? false,
  key: '',
  keep: view?.secretsReadable === false ? [] : (view?.headers ?? []),
  headers: [],
});

export const isKeyHeader = (name: string): boolean => name.toLowerCase() === KEY_HEADER;

/** What is sent to the server; a new key takes the place of the stored one, whatever its letters. */
export function bodyOf({ key, keep, headers, model, kind, ...rest }: ConnectionDraft): object {
  const given = headers.filter(({ name, value }) => name.trim() !== '' && value.trim() !== '');
  const fresh = Object.fromEntries(given.map(({ name, value }) => [name.trim(), value.trim()]));
  if (key.trim() !== '') fresh[KEY_HEADER] = `Bearer ${key.trim().replace(/^Bearer\s+/i, '')}`;
  const replaced = new Set(Object.keys(fresh).map((name) => name.toLowerCase()));
  return {
    ...rest,
    kind,
    name: rest.name.trim(),
    baseUrl: rest.baseUrl.trim(),
    ...(kind === 'ai' && model.trim() !== '' && { model: model.trim() }),
    headers: fresh,
    keep: keep.filter((name) => !replaced.has(name.toLowerCase())),
  };
}

/** Whether the stored keys would be sent to another server than they were entered for. */
export function hasMoved(view: ConnectionView | undefined, { baseUrl, keep }: ConnectionDraft): boolean {
  const next = URL.parse(baseUrl)?.origin;
  return (
    view !== undefined && keep.length > 0 && next !== undefined && next !== URL.parse(view.baseUrl)?.origin
  );
}

export const isAddress = (url: string): boolean => /^https?:$/.test(URL.parse(url.trim())?.protocol ?? '');

/** What a try begins with: a call that every such system answers. */
export const firstPath = (kind: Kind): string => (kind === 'ai' ? '/models' : '/');
