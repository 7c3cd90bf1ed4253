import type { Route } from './route.ts';

/** Everything the API can do. */
export const routes: readonly Route[] = [];
