import { Button, Center, Container, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { UserView } from '../../server/api/contract.ts';
import { follow } from '../lib/Link.tsx';
import { useTexts, useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { type Doing, PersonDialog } from './PersonDialog.tsx';
import { type Deed, PersonRow } from './PersonRow.tsx';
import { userTexts } from './texts.ts';
import { usePeople } from './use-people.ts';
import './users.css';

/** Everybody who may sign in. */
export function UsersPage() {
  const t = useTexts(userTexts);
  const { t: words } = useWords();
  const { user: me, needsSetUp, reload } = useMe();
  const people = usePeople();
  const [doing, setDoing] = useState<Doing>();
  const begin = (deed: Deed, user: UserView): void => {
    if (deed === 'signOut') people.signOut(user);
    else if (deed === 'on' || deed === 'off') people.turn(user, deed === 'on');
    else setDoing({ deed, user });
  };
  const close = (): void => {
    // One's own name and role stand in the shell.
    if (doing?.deed === 'edit' && doing.user.id === me?.id) reload();
    setDoing(undefined);
  };
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="sm">
          <div>
            <Title order={1} size="h2">
              {t('people')}
            </Title>
            <Text c="dimmed">{t('peopleWhy')}</Text>
          </div>
          {!needsSetUp && (
            <Button
              leftSection={<IconUserPlus size={17} aria-hidden />}
              onClick={() => setDoing({ deed: 'add' })}
            >
              {t('add')}
            </Button>
          )}
        </Group>
        {people.error && <Trouble error={people.error} retry={people.reload} />}
        {!people.data && !people.error && (
          <Center h={160}>
            <Loader role="status" aria-label={words('loading')} />
          </Center>
        )}
        {people.data?.length === 0 && <Nobody />}
        {people.data && people.data.length > 0 && (
          <Stack component="ul" gap="xs" className="plain-list">
            {people.data.map((user) => (
              <PersonRow key={user.id} user={user} isMe={user.id === me?.id} begin={begin} />
            ))}
          </Stack>
        )}
      </Stack>
      <PersonDialog doing={doing} people={people} go={setDoing} close={close} />
    </Container>
  );
}

function Nobody() {
  const t = useTexts(userTexts);
  return (
    <Paper withBorder p="xl" ta="center">
      <Title order={2} size="h4">
        {t('emptyTitle')}
      </Title>
      <Text c="dimmed" my="xs">
        {t('emptyWhy')}
      </Text>
      <Button component="a" href="/account" onClick={(event) => follow(event, '/account')}>
        {t('setUp')}
      </Button>
    </Paper>
  );
}
