import type { Request, Response } from 'express';
import type { Access } from './access.ts';

/** The browser that asks, as far as signing in goes. */
export interface Browser {
  /** Its address. */
  readonly from: string;
  readonly userAgent: string;
  /** Gives it what it must carry from now on. */
  keep(token: string): void;
  /** Takes that away. */
  forget(): void;
}

/** As long as browsers allow: how long a sign-in holds is for the server to say. */
const MAX_AGE_MS = 400 * 86_400_000;

export function browserOf(
  { access, publicUrl }: { readonly access: Access; publicUrl(): string },
  request: Request,
  response: Response,
): Browser {
  const options = () =>
    ({ httpOnly: true, sameSite: 'strict', secure: publicUrl().startsWith('https:'), path: '/' }) as const;
  return {
    from: request.ip ?? '',
    userAgent: request.get('user-agent') ?? '',
    keep: (token) => void response.cookie(access.cookie, token, { ...options(), maxAge: MAX_AGE_MS }),
    forget: () => void response.clearCookie(access.cookie, options()),
  };
}
