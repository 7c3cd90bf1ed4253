import type { Route } from '../route.ts';

/** Which refusals a route can answer with, by status. */
export function refusals({ body, query, needs, refuses = [] }: Route): object {
  const anywhere = needs === 'open' ? [403, 429, 500, 503] : [401, 403, 429, 500, 503];
  const checked = body !== undefined || query !== undefined ? [422] : [];
  const read = body !== undefined ? [400, 413] : [];
  const all = [...new Set([...anywhere, ...checked, ...read, ...refuses])].sort();
  return Object.fromEntries(all.map((status) => [status, refusal(SENTENCES[status] ?? 'Refused, and why')]));
}

const SENTENCES: { readonly [status: number]: string } = {
  400: 'The body cannot be read',
  401: 'Not signed in, or the key is wrong',
  403: 'Whoever asks may not do this',
  404: 'There is no such thing',
  409: 'Not as things stand now: somebody else was first, or something is in use',
  413: 'The body is too large',
  422: 'Something in it is not as it should be; `errors` names each field',
  429: 'Too many wrong keys or passwords; wait a few minutes',
  500: 'Our fault; it is in the log',
  503: 'Not ready; try again',
};

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
