import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Role, UserView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { userTexts } from './texts.ts';

/** What is written about somebody. */
export interface PersonPlan {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

interface PersonFormProps {
  /** Somebody who is here already; their email stays. */
  readonly user?: UserView;
  save(plan: PersonPlan): Promise<void>;
  cancel(): void;
}

/** Name, email and role of somebody. */
export function PersonForm({ user, save, cancel }: PersonFormProps) {
  const t = useTexts(userTexts);
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(user?.role ?? 'agent');
  const [state, setState] = useState<'idle' | 'busy' | Error>('idle');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState('busy');
    save({ name, email, role }).catch(setState);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        {!user && (
          <TextInput
            label={t('email')}
            description={t('emailWhy')}
            type="email"
            required
            withAsterisk={false}
            maxLength={254}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <RoleChoice value={role} choose={setRole} />
        {user && role !== user.role && <Alert color="yellow">{t('roleWarning')}</Alert>}
        {state instanceof Error && <Trouble error={state} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={cancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={state === 'busy'}>
            {t(user ? 'save' : 'add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
