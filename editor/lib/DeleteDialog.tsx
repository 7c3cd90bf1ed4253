import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { UseView } from '../../server/api/contract.ts';
import { send } from './api.ts';
import { Dialog } from './Dialog.tsx';
import { Link } from './Link.tsx';
import { useTexts } from './language.tsx';
import { useResource } from './resource.ts';
import { settingTexts } from './setting-texts.ts';
import { Trouble } from './Trouble.tsx';
import { useDeed } from './use-deed.ts';

interface DeleteDialogProps {
  readonly kind: 'calendar' | 'connection' | 'team';
  readonly thing: { readonly id: string; readonly name: string };
  onDeleted(): void;
  onClose(): void;
}

/** Asks before something is deleted, and says first who uses it: then it stays. */
export function DeleteDialog({ kind, thing: { id, name }, onDeleted, onClose }: DeleteDialogProps) {
  const t = useTexts(settingTexts);
  const uses = useResource<readonly UseView[]>(`/uses/${kind}/${encodeURIComponent(id)}`);
  const deed = useDeed();
  const remove = async () => {
    const path = `/${kind}s/${encodeURIComponent(id)}`;
    if (await deed.run(() => send('DELETE', path).then(() => true))) onDeleted();
  };
  const isUsed = uses.data !== undefined && uses.data.length > 0;
  return (
    <Dialog onClose={onClose} title={t('deleteOne', { name })}>
      <Stack gap="sm">
        {uses.error && <Trouble error={uses.error} retry={uses.reload} />}
        {!uses.data && !uses.error && <Text c="dimmed">{t('looking')}</Text>}
        {uses.data && !isUsed && (
          <Text>
            {t('unused')} {t('deleteSure', { name })}
          </Text>
        )}
        {isUsed && <Uses uses={uses.data} />}
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          {!isUsed && (
            <Button color="red" loading={deed.isBusy} disabled={!uses.data} onClick={() => void remove()}>
              {t('delete')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Uses({ uses }: { readonly uses: readonly UseView[] }) {
  const t = useTexts(settingTexts);
  return (
    <div>
      <Text>{t('inUse')}</Text>
      <List mt={4}>
        {uses.map(({ kind, id, name }) => (
          <List.Item key={`${kind} ${id}`}>
            <Link to={kind === 'flow' ? `/flows/${id}` : '/numbers'}>
              {t(kind === 'flow' ? 'theFlow' : 'theNumber', { name })}
            </Link>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
