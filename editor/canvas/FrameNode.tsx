import { ActionIcon } from '@mantine/core';
import { IconFold, IconStack2 } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import { TitleField } from './TitleField.tsx';
import { canvasTexts } from './texts.ts';
import type { Frame } from './to-xyflow.ts';

/** The frame around the nodes of a group. */
export const FrameNode = memo(function FrameNode({ id, data, selected }: NodeProps<Frame>) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  return (
    <div className="frame" data-selected={selected || undefined}>
      <div className="frame-head">
        <TitleField
          value={data.title}
          empty={t('untitledGroup')}
          label={t('groupTitle')}
          isFixed={isFixed}
          put={(title) => deeds.renameGroup(id, title)}
        />
        {!isFixed && (
          <ActionIcon
            className="nodrag"
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('fold')}
            title={t('fold')}
            onClick={() => deeds.fold(id, true)}
          >
            <IconFold size={16} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
});

/** A group that is folded to one box, which keeps its ways in and out. */
export const FoldedNode = memo(function FoldedNode({ id, data, selected }: NodeProps<Frame>) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  return (
    <div className="box folded" data-selected={selected || undefined}>
      {data.isEntered && <Handle type="target" position={Position.Left} isConnectable={false} />}
      <div className="box-head">
        <span className="box-icon">
          <IconStack2 aria-hidden size={18} />
        </span>
        <span className="box-title">{data.title || t('untitledGroup')}</span>
      </div>
      <div className="box-summary">
        {t('boxesInside', { n: data.count })}
        {!isFixed && (
          <button type="button" className="folded-open nodrag" onClick={() => deeds.fold(id, false)}>
            {t('unfold')}
          </button>
        )}
      </div>
      {data.ports.map((port) => (
        <div key={port.id} className="box-port" data-drawn>
          <span>{port.label}</span>
          <Handle id={port.id} type="source" position={Position.Right} isConnectable={false} />
        </div>
      ))}
    </div>
  );
});
