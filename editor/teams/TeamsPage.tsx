import { Button, Container, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { TeamRecord } from '../../server/api/contract.ts';
import { DeleteDialog } from '../lib/DeleteDialog.tsx';
import { Dialog } from '../lib/Dialog.tsx';
import { EditAndDelete } from '../lib/EditAndDelete.tsx';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { PageHead } from '../lib/PageHead.tsx';
import { useResource } from '../lib/resource.ts';
import { Teach } from '../lib/Teach.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { Waiting } from '../lib/Waiting.tsx';
import { TeamForm } from './TeamForm.tsx';
import { teamTexts } from './texts.ts';

/** The teams that flows hand chats over to. */
export function TeamsPage() {
  const t = useTexts(teamTexts);
  const teams = useResource<readonly TeamRecord[]>('/teams');
  const [edited, setEdited] = useState<TeamRecord | 'new'>();
  const [doomed, setDoomed] = useState<TeamRecord>();
  const done = () => {
    setEdited(undefined);
    setDoomed(undefined);
    teams.reload();
  };
  const { may } = useMe();
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const isEmpty = teams.data?.length === 0;
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="lg">
        <PageHead title={t('title')} why={t('why')}>
          {!isEmpty && add}
        </PageHead>
        {teams.error && <Trouble error={teams.error} retry={teams.reload} />}
        {!teams.data && !teams.error && <Waiting />}
        {isEmpty && (
          <Teach
            icon={<IconUsersGroup size={30} />}
            title={t('emptyTitle')}
            text={t('emptyText')}
            points={[t('emptyOne'), t('emptyTwo')]}
          >
            {add}
          </Teach>
        )}
        {teams.data && teams.data.length > 0 && (
          <Stack component="ul" gap="sm" className="plain-list">
            {teams.data.map((team) => (
              <Team
                key={team.id}
                team={team}
                onEdit={() => setEdited(team)}
                onDelete={() => setDoomed(team)}
              />
            ))}
          </Stack>
        )}
      </Stack>
      {edited && (
        <Dialog onClose={() => setEdited(undefined)} title={edited === 'new' ? t('add') : edited.name}>
          <TeamForm
            {...(edited !== 'new' && { team: edited })}
            onSaved={done}
            onCancel={() => setEdited(undefined)}
          />
        </Dialog>
      )}
      {doomed && (
        <DeleteDialog kind="team" thing={doomed} onDeleted={done} onClose={() => setDoomed(undefined)} />
      )}
    </Container>
  );
}

interface TeamProps {
  readonly team: TeamRecord;
  onEdit(): void;
  onDelete(): void;
}

function Team({ team: { name, description }, onEdit, onDelete }: TeamProps) {
  return (
    <Paper component="li" withBorder p="md">
      <Group wrap="nowrap" gap="md">
        <IconUsersGroup aria-hidden size={26} className="good" />
        <div className="grows">
          <Text fw={650}>{name}</Text>
          {description && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </div>
        <EditAndDelete name={name} onEdit={onEdit} onDelete={onDelete} />
      </Group>
    </Paper>
  );
}
