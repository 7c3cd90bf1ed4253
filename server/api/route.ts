import type { Doer } from '../store/store.ts';
import type { Browser } from './access/cookie.ts';
import type { Identity } from './access/identity.ts';
import type { ApiDeps } from './deps.ts';
import type { Needs } from './permissions.ts';
import type { JsonSchema, ObjectSchema, ValueOf } from './schema.ts';

/** What a request brings, checked. */
export interface Call<Q, B> {
  readonly deps: ApiDeps;
  /** Who asks. They may: that has been checked. */
  readonly who: Identity;
  /** The same, as records say who did something. */
  readonly by: Doer;
  readonly browser: Browser;
  /** The part of the path behind the colon. */
  param(name: string): string;
  readonly query: Q;
  readonly body: B;
}

/** One thing the API can do: what it takes, what it answers, and how. */
export interface RouteOf<Q, B> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As Express writes it, below /api/v1. */
  readonly path: string;
  /** What it does, for people. */
  readonly title: string;
  /** What whoever asks must be allowed. */
  readonly needs: Needs;
  readonly query?: ObjectSchema;
  /** `text`, `bytes`: taken as it comes, and read by the route itself. */
  readonly body?: JsonSchema | 'text' | 'bytes';
  /** Without it, the answer is empty (204). */
  readonly answer?: JsonSchema;
  /** 200 unless given. */
  readonly status?: number;
  /** The refusals that are its own. */
  readonly refuses?: readonly number[];
  handle(call: Call<Q, B>): unknown;
}

/** A route whose types have been checked. Validation stands between the wire and `handle`. */
export type Route = RouteOf<never, never>;

type QueryOf<S> = S extends ObjectSchema ? ValueOf<S> : Record<never, never>;
type BodyOf<S> = S extends 'text'
  ? string
  : S extends 'bytes'
    ? Uint8Array
    : S extends JsonSchema
      ? ValueOf<S>
      : undefined;

/** Types a route: what its handler gets is inferred from its schemas. */
export const route = <
  const B extends JsonSchema | 'text' | 'bytes' | undefined = undefined,
  const Q extends ObjectSchema | undefined = undefined,
>(
  definition: { readonly body?: B; readonly query?: Q } & RouteOf<QueryOf<Q>, BodyOf<B>>,
): Route => definition;
