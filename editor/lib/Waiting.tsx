import { Center, Loader } from '@mantine/core';
import { useWords } from './language.tsx';

/** Something is on its way. */
export function Waiting() {
  const { t } = useWords();
  return (
    <Center h={160}>
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
