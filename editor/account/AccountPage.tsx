import { Button, Container, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { roleTexts } from '../lib/role-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { NameForm } from './NameForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import { accountTexts } from './texts.ts';
import './account.css';

/** Whoever is signed in, and what they may change about themselves. */
export function AccountPage() {
  const t = useTexts(accountTexts);
  const roles = useTexts(roleTexts);
  const { user, role, needsSetUp } = useMe();
  return (
    <Container size="xs" py="md" w="100%">
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {t('account')}
          </Title>
          {user && <Text c="dimmed">{t('accountWhy', { email: user.email, role: roles(role) })}</Text>}
        </div>
        {user && (
          <>
            <Card title={t('you')}>
              <NameForm user={user} />
            </Card>
            <Card title={t('changePassword')} why={t('changeWhy')}>
              <PasswordForm email={user.email} />
            </Card>
            <Card title={t('everywhere')} why={t('everywhereWhy')}>
              <SignOut everywhere label={t('everywhere')} />
            </Card>
          </>
        )}
        {!user && (
          <Card title={t('keyTitle')} why={t(needsSetUp ? 'setUpWhy' : 'keyWhy')}>
            {needsSetUp ? <SetUpForm /> : <SignOut label={t('signOut')} />}
          </Card>
        )}
      </Stack>
    </Container>
  );
}

interface CardProps {
  readonly title: string;
  readonly why?: string;
  readonly children: ReactNode;
}

function Card({ title, why, children }: CardProps) {
  return (
    <Paper component="section" withBorder p="lg">
      <Title order={2} size="h4" mb={why ? 2 : 'sm'}>
        {title}
      </Title>
      {why && (
        <Text size="sm" c="dimmed" mb="sm">
          {why}
        </Text>
      )}
      {children}
    </Paper>
  );
}

function SignOut({ everywhere = false, label }: { readonly everywhere?: boolean; readonly label: string }) {
  const [error, setError] = useState<Error>();
  const leave = (): void => {
    send('POST', '/sign-out', everywhere ? { everywhere } : {}).then(
      () => location.assign('/sign-in'),
      setError,
    );
  };
  return (
    <Stack gap="sm" align="flex-start">
      {error && <Trouble error={error} />}
      <Button variant="default" onClick={leave}>
        {label}
      </Button>
    </Stack>
  );
}
