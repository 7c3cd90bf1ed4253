import { Button, Group } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTexts, useWords } from '../lib/language.tsx';
import { type Tiding, takeUntold } from '../lib/tell.ts';
import { shellTexts } from './texts.ts';

const DONE_MS = 5_000;
/** Long enough to notice and to reach for it. */
const UNDO_MS = 10_000;

/** The corner where things are told. */
export function Tidings({ turn }: { readonly turn: number }) {
  const { t } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn means that there is more to tell
  useEffect(() => {
    for (const tiding of takeUntold()) show(tiding, t('close'));
  }, [turn, t]);
  return <Notifications position="bottom-right" limit={3} />;
}

function show({ message, kind, undo }: Tiding, close: string): void {
  const id = notifications.show({
    message: undo ? <WithUndo message={message} undo={undo} hide={() => notifications.hide(id)} /> : message,
    color: kind === 'done' ? 'sluice' : 'red',
    icon: kind === 'done' ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />,
    autoClose: kind === 'trouble' || undo ? UNDO_MS : DONE_MS,
    role: kind === 'trouble' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': close },
  });
}

interface WithUndoProps {
  readonly message: string;
  undo(): void;
  hide(): void;
}

function WithUndo({ message, undo, hide }: WithUndoProps) {
  const t = useTexts(shellTexts);
  const take = () => {
    hide();
    undo();
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <span>{message}</span>
      <Button flex="none" size="compact-sm" variant="subtle" onClick={take}>
        {t('undo')}
      </Button>
    </Group>
  );
}
