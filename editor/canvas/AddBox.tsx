import { Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { faceOf } from '../lib/faces.ts';
import { useTexts } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { type Adding, closeAll } from './canvas-state.ts';
import { recentTypes } from './deeds/recent.ts';
import { Floater } from './Floater.tsx';
import { findTypes } from './find-types.ts';
import { canvasTexts } from './texts.ts';
import { useTypes } from './use-types.ts';

/** Type what shall be added; Enter puts it there, connected to where it came from. */
export function AddBox({ adding }: { readonly adding: Adding }) {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const deeds = useDeeds();
  const types = useTypes();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  // Nothing else can come first.
  const isBeginning = useDesk(({ document }) => document.graph.nodes.length === 0);
  const question = t(adding.from ? 'what' : isBeginning ? 'emptyTitle' : 'whatFirst');
  const found = useMemo(() => {
    const all = [...types.values()].filter(({ isTrigger }) =>
      isTrigger ? !adding.from : !isBeginning || search !== '',
    );
    return findTypes(all, search, recentTypes());
  }, [types, adding.from, isBeginning, search]);
  const chosen = Math.min(at, found.length - 1);
  const take = (type: NodeTypeView | undefined) => type && deeds.add(type, adding);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((chosen + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') take(found[chosen]);
    else if (event.key === 'Escape') closeAll(state);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Floater at={adding.screen} label={question} close={() => closeAll(state)}>
      <TextInput
        label={question}
        placeholder={t('typeToAdd')}
        value={search}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[chosen] && `${list} ${found[chosen].type}`.replaceAll(' ', '-')}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('palette')} className="add-list">
        {found.map((type, n) => (
          <Option key={type.type} id={list} type={type} isChosen={n === chosen} take={() => take(type)} />
        ))}
      </div>
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nothingFound')}
        </Text>
      )}
    </Floater>
  );
}

interface OptionProps {
  readonly id: string;
  readonly type: NodeTypeView;
  readonly isChosen: boolean;
  take(): void;
}

const Option = ({ id, type: { type, title, doc }, isChosen, take }: OptionProps) => (
  <div
    id={`${id} ${type}`.replaceAll(' ', '-')}
    ref={(element) => {
      if (isChosen) element?.scrollIntoView({ block: 'nearest' });
    }}
    role="option"
    tabIndex={-1}
    aria-selected={isChosen}
    className="add-option"
    data-group={faceOf(type).group}
    onPointerDown={(event) => {
      event.preventDefault();
      take();
    }}
  >
    <span className="box-icon">
      <NodeIcon type={type} />
    </span>
    <span>
      <b>{title}</b>
      <small>{doc}</small>
    </span>
  </div>
);
