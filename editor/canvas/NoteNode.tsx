import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type NodeProps, NodeResizer, NodeToolbar, Position } from '@xyflow/react';
import { memo, useState } from 'react';
import { NOTE_COLOURS } from '../../nodes/contract/flow.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import { canvasTexts } from './texts.ts';
import type { Note } from './to-xyflow.ts';

const SMALLEST = 80;
const LARGEST = 2_000;

/** A sticky note: twice clicked it is written on, selected it can be coloured and resized. */
export const NoteNode = memo(function NoteNode({ id, data, selected }: NodeProps<Note>) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const [isWriting, setWriting] = useState(selected && data.text === '' && !isFixed);
  return (
    <>
      <NodeResizer
        isVisible={selected && !isFixed}
        minWidth={SMALLEST}
        minHeight={SMALLEST}
        maxWidth={LARGEST}
        maxHeight={LARGEST}
        onResizeEnd={(_, { x, y, width, height }) => {
          const [left, top] = [Math.round(x), Math.round(y)];
          deeds.editNote(id, { x: left, y: top, width: Math.round(width), height: Math.round(height) });
        }}
      />
      <NodeToolbar isVisible={selected && !isFixed} position={Position.Top} className="note-tools">
        {NOTE_COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            className="note-colour"
            data-colour={colour}
            aria-pressed={colour === data.colour}
            aria-label={t(colour)}
            title={t(colour)}
            onClick={() => deeds.editNote(id, { colour })}
          />
        ))}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('remove')}
          title={t('remove')}
          onClick={() => deeds.removeChosen()}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </NodeToolbar>
      <div className="note" data-colour={data.colour}>
        {isWriting ? (
          <Writing id={id} text={data.text} done={() => setWriting(false)} />
        ) : (
          <button
            type="button"
            className="note-text"
            disabled={isFixed}
            onDoubleClick={() => setWriting(true)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'F2') return;
              event.preventDefault();
              event.stopPropagation();
              setWriting(true);
            }}
          >
            {data.text || <i>{t('emptyNote')}</i>}
          </button>
        )}
      </div>
    </>
  );
});

interface WritingProps {
  readonly id: string;
  readonly text: string;
  done(): void;
}

function Writing({ id, text, done }: WritingProps) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const [first] = useState(text);
  const [draft, setDraft] = useState(text);
  const finish = () => {
    // What somebody else wrote meanwhile stays when nothing was changed here.
    if (draft !== first) deeds.editNote(id, { text: draft });
    done();
  };
  return (
    <textarea
      className="note-field nodrag nopan nowheel"
      aria-label={t('noteText')}
      value={draft}
      maxLength={5_000}
      // biome-ignore lint/a11y/noAutofocus: a note is opened to be written on
      autoFocus
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.metaKey || event.ctrlKey))) finish();
      }}
    />
  );
}
