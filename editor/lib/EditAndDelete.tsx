import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTexts } from './language.tsx';
import { useMe } from './me.ts';
import { settingTexts } from './setting-texts.ts';

interface EditAndDeleteProps {
  /** What the thing is called, for those who do not see the icons. */
  readonly name: string;
  onEdit(): void;
  onDelete(): void;
}

/** What can be done with a thing of the settings, by whoever may. */
export function EditAndDelete({ name, onEdit, onDelete }: EditAndDeleteProps) {
  const s = useTexts(settingTexts);
  const { may } = useMe();
  if (!may('settings.edit')) return null;
  return (
    <>
      <Tooltip label={s('edit')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={onEdit}
          aria-label={s('editOne', { name })}
        >
          <IconPencil size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={s('delete')}>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          onClick={onDelete}
          aria-label={s('deleteOne', { name })}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
