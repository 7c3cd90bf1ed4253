import { Badge, Button, Container, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAddressBook, IconPlugConnected, IconPlus, IconSparkles, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConnectionView } from '../../server/api/contract.ts';
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
import { ConnectionForm } from './ConnectionForm.tsx';
import './connections.css';
import { TryConnection } from './TryConnection.tsx';
import { connectionTexts } from './texts.ts';

type Shown =
  | { readonly is: 'new' }
  | { readonly is: 'edit' | 'try' | 'delete'; readonly connection: ConnectionView };

/** The outside systems that flows use. */
export function ConnectionsPage() {
  const t = useTexts(connectionTexts);
  const connections = useResource<readonly ConnectionView[]>('/connections');
  const [shown, show] = useState<Shown>();
  const close = () => show(undefined);
  const done = () => {
    close();
    connections.reload();
  };
  const { may } = useMe();
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => show({ is: 'new' })}>
      {t('add')}
    </Button>
  );
  const isEmpty = connections.data?.length === 0;
  return (
    <Container size="xl" py="lg" w="100%">
      <Stack gap="lg">
        <PageHead title={t('title')} why={t('why')}>
          {!isEmpty && add}
        </PageHead>
        {connections.error && <Trouble error={connections.error} retry={connections.reload} />}
        {!connections.data && !connections.error && <Waiting />}
        {isEmpty && (
          <Teach
            icon={<IconPlugConnected size={30} />}
            title={t('emptyTitle')}
            text={t('emptyText')}
            points={[t('emptyOne'), t('emptyTwo'), t('emptyThree')]}
          >
            {add}
          </Teach>
        )}
        {connections.data && connections.data.length > 0 && (
          <Stack component="ul" gap="sm" className="plain-list">
            {connections.data.map((connection) => (
              <Connection
                key={connection.id}
                connection={connection}
                onShow={(is) => show({ is, connection })}
              />
            ))}
          </Stack>
        )}
      </Stack>
      {shown && <ShownDialog shown={shown} onDone={done} onClose={close} />}
    </Container>
  );
}

interface ShownDialogProps {
  readonly shown: Shown;
  onDone(): void;
  onClose(): void;
}

function ShownDialog({ shown, onDone, onClose }: ShownDialogProps) {
  const t = useTexts(connectionTexts);
  if (shown.is === 'delete')
    return <DeleteDialog kind="connection" thing={shown.connection} onDeleted={onDone} onClose={onClose} />;
  const title = shown.is === 'new' ? t('add') : shown.connection.name;
  if (shown.is === 'try')
    return (
      <Dialog size="lg" onClose={onClose} title={t('tryOne', { name: title })}>
        <TryConnection connection={shown.connection} />
      </Dialog>
    );
  return (
    <Dialog size="lg" onClose={onClose} title={title}>
      <ConnectionForm
        {...(shown.is === 'edit' && { connection: shown.connection })}
        onSaved={onDone}
        onCancel={onClose}
      />
    </Dialog>
  );
}

const ICONS = { http: IconWorld, crm: IconAddressBook, ai: IconSparkles } as const;

interface ConnectionProps {
  readonly connection: ConnectionView;
  onShow(is: 'edit' | 'try' | 'delete'): void;
}

function Connection({ connection, onShow }: ConnectionProps) {
  const t = useTexts(connectionTexts);
  const { may } = useMe();
  const { name, kind, baseUrl, headers, model, secretsReadable } = connection;
  const Icon = ICONS[kind];
  const keys = headers.length > 0 ? t('withKeys', { n: headers.length }) : t('noKeys');
  return (
    <Paper component="li" withBorder p="md">
      <Group gap="md">
        <Icon aria-hidden size={28} className="good" />
        <div className="grows">
          <Group gap="xs">
            <Text fw={650}>{name}</Text>
            <Badge className="badge" variant="light" color="gray">
              {t(kind)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {baseUrl}
            {model ? ` · ${model}` : ''} · {keys}
          </Text>
          {!secretsReadable && (
            <Text size="sm" className="bad">
              {t('unreadable')}
            </Text>
          )}
        </div>
        {may('settings.edit') && (
          <Group gap={4} wrap="nowrap">
            <Button
              variant="light"
              size="sm"
              onClick={() => onShow('try')}
              aria-label={t('tryOne', { name })}
            >
              {t('tryTitle')}
            </Button>
            <EditAndDelete name={name} onEdit={() => onShow('edit')} onDelete={() => onShow('delete')} />
          </Group>
        )}
      </Group>
    </Paper>
  );
}
