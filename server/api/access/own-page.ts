import type { IncomingHttpHeaders } from 'node:http';

/** The header that our pages send with every change. Pages of other sites cannot send it. */
export const OWN_HEADER = 'x-sluice';

/** Whether a page of this server asks, as far as the browser says; undefined when it says nothing. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** Whether a change may be taken that a cookie speaks for: it must be plain that our own page wants it. */
export const isOwnChange = (headers: IncomingHttpHeaders): boolean =>
  isOwnPage(headers) ?? headers[OWN_HEADER] !== undefined;
