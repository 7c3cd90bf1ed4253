import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { userTexts } from './texts.ts';

interface ConfirmProps {
  readonly why: string;
  /** What the button says. */
  readonly deed: string;
  readonly isGrave?: boolean;
  run(): Promise<void>;
  cancel(): void;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ why, deed, isGrave = false, run, cancel }: ConfirmProps) {
  const t = useTexts(userTexts);
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const go = (): void => {
    setState('busy');
    run().catch(setState);
  };
  return (
    <Stack gap="md">
      <Text>{why}</Text>
      {state instanceof Error && <Trouble error={state} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={cancel} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={isGrave ? 'red' : 'sluice'} loading={state === 'busy'} onClick={go}>
          {deed}
        </Button>
      </Group>
    </Stack>
  );
}
