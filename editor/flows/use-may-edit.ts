import { useMe } from '../lib/me.ts';

/** Whether who looks at the list may change flows; whoever may not sees it as it is. */
export const useMayEdit = (): boolean => useMe().may('flows.edit');
