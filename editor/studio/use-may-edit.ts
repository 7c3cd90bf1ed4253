import { useMediaQuery } from '@mantine/hooks';

/** Narrower, a flow can only be looked at. */
const WIDE = '(min-width: 1024px)';

/** Whether whoever looks may change the flow here. The server asks again with every save. */
export const useMayEdit = (): boolean =>
  useMediaQuery(WIDE, matchMedia(WIDE).matches, { getInitialValueInEffect: false }) ?? false;
