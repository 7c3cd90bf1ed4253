import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFocusCentered,
  IconMinus,
  IconNote,
  IconPlus,
  IconWand,
} from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import type { ComponentType } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import { canvasTexts } from './texts.ts';

/** What can be done with the picture as a whole. */
export function Tools() {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const desk = useDeskStore();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const canUndo = useDesk(({ history }) => history.past.length > 0);
  const canRedo = useDesk(({ history }) => history.future.length > 0);
  return (
    <Panel position="bottom-left" className="canvas-tools">
      {!isFixed && (
        <>
          <Tool icon={IconArrowBackUp} says={t('undo')} isOff={!canUndo} run={() => desk.getState().undo()} />
          <Tool
            icon={IconArrowForwardUp}
            says={t('redo')}
            isOff={!canRedo}
            run={() => desk.getState().redo()}
          />
          <Tool icon={IconWand} says={t('tidy')} run={deeds.tidy} />
          <Tool icon={IconNote} says={t('addNote')} run={() => deeds.note()} />
        </>
      )}
      <Tool icon={IconMinus} says={t('zoomOut')} run={() => deeds.zoom(1 / 1.25)} />
      <Tool icon={IconPlus} says={t('zoomIn')} run={() => deeds.zoom(1.25)} />
      <Tool icon={IconFocusCentered} says={t('fit')} run={deeds.fit} />
    </Panel>
  );
}

interface ToolProps {
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  readonly says: string;
  readonly isOff?: boolean;
  run(): void;
}

const Tool = ({ icon: Icon, says, isOff = false, run }: ToolProps) => (
  <Tooltip label={says}>
    <ActionIcon variant="subtle" color="gray" size="md" aria-label={says} disabled={isOff} onClick={run}>
      <Icon aria-hidden size={18} />
    </ActionIcon>
  </Tooltip>
);
