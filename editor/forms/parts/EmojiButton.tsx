import { ActionIcon, Loader, Popover, Tooltip } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { formTexts } from '../texts/form-texts.ts';

const EmojiPanel = lazy(() => import('./EmojiPanel.tsx').then((panel) => ({ default: panel.EmojiPanel })));

/** Opens the emoji, which come from our own server when they are first wanted. */
export function EmojiButton({ insert }: { insert(emoji: string): void }) {
  const t = useTexts(formTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={300}
      position="bottom"
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={t('emoji')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('emoji')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <IconMoodSmile size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <Suspense fallback={<Loader size="sm" role="status" aria-label={t('emoji')} />}>
          <EmojiPanel
            choose={(emoji) => {
              setOpen(false);
              insert(emoji);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
