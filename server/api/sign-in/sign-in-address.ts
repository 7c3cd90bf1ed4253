import type { Request } from 'express';

/** The languages that pages are shown in. */
export type PageLanguage = 'en' | 'th';

/** A path of this server: never a way to another one. */
export function localPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(to) ? to : '/';
}

/** The address of a page as it is once the key has been taken out. */
export function withoutKey(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://here');
  searchParams.delete('key');
  return localPath(`${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
}

/** A path with what it needs to know; the start page goes without saying. */
export function pathTo(path: string, { to, lang }: { readonly to: string; readonly lang?: string }): string {
  const query = new URLSearchParams({ ...(to !== '/' && { to }), ...(lang !== undefined && { lang }) });
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The language that was chosen on the page, or that the browser asks for. */
export function languageOf(request: Request): PageLanguage {
  const { lang } = request.query;
  if (lang === 'en' || lang === 'th') return lang;
  return /^\s*th\b/i.test(request.get('accept-language') ?? '') ? 'th' : 'en';
}
