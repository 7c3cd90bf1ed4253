import { Alert, List, Stack, Text } from '@mantine/core';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import { connectTexts } from './connect-texts.ts';
import { IdsSketch, SecretSketch } from './Sketch.tsx';
import { StepField } from './StepField.tsx';
import type { Connecting } from './use-connecting.ts';

interface StepProps {
  readonly connecting: Connecting;
}

/** The two ids. */
export function IdsStep({ connecting }: StepProps) {
  const t = useTexts(connectTexts);
  const numbers = useResource<readonly NumberView[]>('/numbers');
  const isTaken = numbers.data?.some(({ id }) => id === connecting.draft.id.trim());
  return (
    <Stack gap="md">
      <Text>{t('idsWhy')}</Text>
      <IdsSketch />
      <StepField connecting={connecting} field="id" label={t('id')} />
      {isTaken && <Alert color="orange">{t('taken')}</Alert>}
      <StepField connecting={connecting} field="account" label={t('account')} />
    </Stack>
  );
}

/** A token that does not end. */
export function TokenStep({ connecting }: StepProps) {
  const t = useTexts(connectTexts);
  return (
    <Stack gap="md">
      <Text>{t('tokenWhy')}</Text>
      <List type="ordered" spacing={4}>
        <List.Item>{t('tokenOne')}</List.Item>
        <List.Item>{t('tokenTwo')}</List.Item>
        <List.Item>{t('tokenThree')}</List.Item>
        <List.Item>{t('tokenFour')}</List.Item>
      </List>
      <StepField
        connecting={connecting}
        field="token"
        label={t('token')}
        description={t('hidden')}
        isSecret
      />
    </Stack>
  );
}

/** What proves that messages come from Meta. */
export function SecretStep({ connecting }: StepProps) {
  const t = useTexts(connectTexts);
  return (
    <Stack gap="md">
      <Text>{t('secretWhy')}</Text>
      <List type="ordered" spacing={4}>
        <List.Item>{t('secretOne')}</List.Item>
        <List.Item>{t('secretTwo')}</List.Item>
      </List>
      <SecretSketch />
      <StepField
        connecting={connecting}
        field="appSecret"
        label={t('secret')}
        description={t('hidden')}
        isSecret
      />
    </Stack>
  );
}
