import { Center, Container, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { MeView } from '../../server/api/contract.ts';
import { useWords } from './language.tsx';
import { type Me, MeContext } from './me.ts';
import { useResource } from './resource.ts';
import { Trouble } from './Trouble.tsx';

/** Asks the server who is there before anything is shown. */
export function MeProvider({ children }: { readonly children: ReactNode }) {
  const { t, choose } = useWords();
  const { data, error, put, reload } = useResource<MeView>('/me');
  const language = data?.user?.language;
  useEffect(() => {
    if (language) choose(language);
  }, [language, choose]);
  const me = useMemo<Me | undefined>(
    () =>
      data && {
        ...data,
        may: (...anyOf) => anyOf.some((permission) => data.permissions.includes(permission)),
        put,
        reload,
      },
    [data, put, reload],
  );
  if (me) return <MeContext value={me}>{children}</MeContext>;
  return error ? (
    <Container size="sm" py="xl" w="100%">
      <Trouble error={error} retry={reload} />
    </Container>
  ) : (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
