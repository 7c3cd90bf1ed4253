import { createContext, use } from 'react';
import type { MeView, Permission } from '../../server/api/contract.ts';
import { useTexts } from './language.tsx';
import { roleTexts } from './role-texts.ts';

/** Who looks at the page. */
export interface Me extends MeView {
  may(...anyOf: readonly Permission[]): boolean;
  /** Takes what a change answered as the new state. */
  put(me: MeView): void;
  reload(): void;
}

export const MeContext = createContext<Me | undefined>(undefined);

/** Who looks at the page, and what they may do. Hiding is a kindness: the server refuses by itself. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('Nobody has been asked who they are.');
  return me;
}

/** Whether whoever looks may chat on the virtual phone. */
export function useMayChat(): boolean {
  return useMe().may('flows.rehearse', 'conversations.answer');
}

/** Whether whoever looks may hear what happens, as it happens. */
export function useMayListen(): boolean {
  return useMe().may('journal.read', 'conversations.read');
}

/** Why something cannot be done, for a tooltip; undefined when it can. */
export function useWhyNot(permission: Permission): string | undefined {
  const { role, may } = useMe();
  const t = useTexts(roleTexts);
  return may(permission) ? undefined : t('notYours', { role: t(role) });
}
