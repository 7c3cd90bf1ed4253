import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MeView, UserView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { tell } from '../lib/tell.ts';
import { accountTexts } from './texts.ts';

/** One's own name. The language is chosen in the menu of every page. */
export function NameForm({ user }: { readonly user: UserView }) {
  const t = useTexts(accountTexts);
  const { put } = useMe();
  const [name, setName] = useState(user.name);
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setState('busy');
    send<MeView>('PUT', '/me', { name }).then((me) => {
      put(me);
      setState('idle');
      tell({ kind: 'done', message: t('saved') });
    }, setState);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm" align="stretch">
        <TextInput
          label={t('name')}
          description={t('nameWhy')}
          required
          withAsterisk={false}
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {state instanceof Error && <Trouble error={state} />}
        <Button
          type="submit"
          loading={state === 'busy'}
          disabled={name.trim() === '' || name === user.name}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}
