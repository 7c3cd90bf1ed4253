import type { Doorkeeper } from '../../live/sockets.ts';
import type { Access } from './access.ts';
import { isAllowed } from './gate.ts';
import { isOwnPage } from './own-page.ts';

/** Who may hear what happens: the journal and the conversations tell the same things, so either permission will do. */
export const doorkeeper = ({ who, browsers }: Pick<Access, 'who' | 'browsers'>): Doorkeeper => ({
  admit: async (headers) => {
    if (isOwnPage(headers) === false) return undefined;
    const { authorization: _, ...withCookie } = headers;
    const found = await who(withCookie, '');
    if (found.kind === 'nobody' || found.signIn === undefined) return undefined;
    if (!isAllowed(found, ['journal.read', 'conversations.read'])) return undefined;
    return { signIn: found.signIn, ...(found.kind === 'user' && { user: found.user.id }) };
  },
  onEnded: (listener) =>
    browsers.onEnded((ended) =>
      listener((guest) =>
        'signIn' in ended
          ? guest.signIn === ended.signIn
          : guest.user === ended.user && guest.signIn !== ended.except,
      ),
    ),
});
