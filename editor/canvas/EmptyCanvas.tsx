import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import { canvasTexts } from './texts.ts';
import { useView } from './use-picture.ts';

/** What a flow without a box says. */
export function EmptyCanvas() {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const { graph } = useView();
  if (graph.nodes.length > 0) return null;
  return (
    <Panel position="center-left" className="empty-canvas">
      <Title order={2} size="h3">
        {t('emptyTitle')}
      </Title>
      <Text c="dimmed">{t('emptyWhy')}</Text>
      {!isFixed && (
        <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => deeds.askWhat({})}>
          {t('emptyAdd')}
        </Button>
      )}
    </Panel>
  );
}
