import { useMediaQuery } from '@mantine/hooks';
import { useMe } from '../lib/me.ts';

/** Narrower, a flow can only be looked at. */
const WIDE = '(min-width: 1024px)';

/** Whether whoever looks may change the flow here. The server asks again with every save. */
export function useMayEdit(): boolean {
  const { may } = useMe();
  const isWide = useMediaQuery(WIDE, matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  return isWide === true && may('flows.edit');
}
