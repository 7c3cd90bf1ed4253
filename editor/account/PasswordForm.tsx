import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MeView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { tell } from '../lib/tell.ts';
import { PasswordField } from './PasswordField.tsx';
import { accountTexts } from './texts.ts';

/** Changes one's own password. `email` is for the browser's keeper of passwords. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useTexts(accountTexts);
  const { put } = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const change = (event: FormEvent): void => {
    event.preventDefault();
    setState('busy');
    send<MeView>('PUT', '/me', { password: { current, next } }).then((me) => {
      put(me);
      setCurrent('');
      setNext('');
      setState('idle');
      tell({ kind: 'done', message: t('changed') });
    }, setState);
  };
  return (
    <form onSubmit={change}>
      <Stack gap="sm">
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={t('current')} value={current} onChange={setCurrent} />
        <PasswordField label={t('next')} isNew value={next} onChange={setNext} />
        {state instanceof Error && <Trouble error={state} />}
        <Button type="submit" loading={state === 'busy'} style={{ alignSelf: 'flex-start' }}>
          {t('change')}
        </Button>
      </Stack>
    </form>
  );
}
