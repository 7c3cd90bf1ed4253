import { Modal, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useDeeds } from '../canvas/CanvasRoom.tsx';
import { canvasTexts } from '../canvas/texts.ts';
import { useTypes } from '../canvas/use-types.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { findTexts } from './find-texts.ts';
import { type Found, findThings } from './find-things.ts';
import { studioTexts } from './texts.ts';

interface FindBoxProps {
  close(): void;
  publish(): void;
}

/** Something that can be done by name. */
interface Deed {
  readonly says: string;
  readonly keys?: string;
  run(): void;
}

type Row = {
  readonly key: string;
  readonly head: string;
  readonly says: string;
  readonly tag: string;
  run(): void;
};

/** One box for finding in the flow and for doing by name. */
export function FindBox({ close, publish }: FindBoxProps) {
  const t = useTexts(findTexts);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const rows = useRows(search, publish);
  const chosen = Math.min(at, rows.length - 1);
  const take = (row: Row | undefined) => {
    if (!row) return;
    close();
    row.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + rows.length) % Math.max(rows.length, 1));
    else if (event.key === 'Enter') take(rows[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={close} size="lg" yOffset="10vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('find')}>
        <Modal.Body p="sm">
          <TextInput
            aria-label={t('find')}
            placeholder={t('findWhat')}
            leftSection={<IconSearch aria-hidden size={16} />}
            data-autofocus
            value={search}
            role="combobox"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={rows[chosen] && `${list}-${chosen}`}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div id={list} role="listbox" aria-label={t('found')} className="add-list find-list">
            {rows.map((row, n) => (
              <Option
                key={row.key}
                id={`${list}-${n}`}
                row={row}
                isChosen={n === chosen}
                take={() => take(row)}
              />
            ))}
          </div>
          {rows.length === 0 && <Nothing />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Nothing() {
  const t = useTexts(findTexts);
  return (
    <Text c="dimmed" size="sm" p="xs">
      {t('nothing')}
    </Text>
  );
}

interface OptionProps {
  readonly id: string;
  readonly row: Row;
  readonly isChosen: boolean;
  take(): void;
}

const Option = ({ id, row, isChosen, take }: OptionProps) => (
  <div
    id={id}
    ref={(element) => {
      if (isChosen) element?.scrollIntoView({ block: 'nearest' });
    }}
    role="option"
    tabIndex={-1}
    aria-selected={isChosen}
    className="add-option"
    onPointerDown={(event) => {
      event.preventDefault();
      take();
    }}
  >
    <span className="find-words">
      <b>{row.head}</b>
      <small>{row.says}</small>
    </span>
    <span className="find-tag">{row.tag}</span>
  </div>
);

function useRows(search: string, publish: () => void): readonly Row[] {
  const t = useTexts(findTexts);
  const desk = useDeskStore();
  const canvas = useDeeds();
  const document = useDesk((open) => open.document);
  const types = useTypes();
  const deeds = useDeedsByName(publish);
  return useMemo(() => {
    const words = search.trim().toLocaleLowerCase();
    const go = ({ target, field, kind }: Found) => {
      if (kind !== 'note' && kind !== 'group') desk.getState().open(target, field);
      canvas.goTo(target);
    };
    const found = findThings(document, types, search).map(
      (one): Row => ({
        ...{ key: one.id + one.kind, head: one.title, says: one.says, tag: t(one.kind) },
        run: () => go(one),
      }),
    );
    const named = deeds
      .filter(({ says }) => says.toLocaleLowerCase().includes(words))
      .map(({ says, keys = '', run }): Row => ({ key: says, head: says, says: keys, tag: t('deed'), run }));
    return [...found, ...named];
  }, [search, document, types, deeds, desk, canvas, t]);
}

function useDeedsByName(publish: () => void): readonly Deed[] {
  const t = useTexts(canvasTexts);
  const ts = useTexts(studioTexts);
  const desk = useDeskStore();
  const deeds = useDeeds();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  return useMemo(() => {
    const show = (panel: 'problems' | 'rehearsal' | 'versions') => () => desk.getState().showPanel(panel);
    const always: readonly Deed[] = [
      { says: ts('problems'), run: show('problems') },
      { says: ts('tryIt'), run: show('rehearsal') },
      { says: ts('versions'), run: show('versions') },
      { says: t('fit'), keys: 'F', run: deeds.fit },
    ];
    if (isFixed) return always;
    return [
      ...always,
      { says: ts('publish'), run: publish },
      { says: t('addHere'), keys: 'A', run: () => deeds.askWhat({}) },
      { says: t('tidy'), keys: 'T', run: deeds.tidy },
      { says: t('addNote'), keys: 'N', run: () => deeds.note() },
      { says: t('chooseAll'), run: deeds.chooseAll },
      { says: t('undo'), run: () => desk.getState().undo() },
      { says: t('redo'), run: () => desk.getState().redo() },
    ];
  }, [t, ts, desk, deeds, isFixed, publish]);
}
