import { ActionIcon, Text, TextInput, Tooltip } from '@mantine/core';
import { IconChevronsLeft, IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { NodeTypeView } from '../../server/api/contract.ts';
import { useDeskStore } from '../desk/DeskContext.tsx';
import { faceOf } from '../lib/faces.ts';
import { type Key, useTexts, useWords } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useDeeds } from './CanvasRoom.tsx';
import { findTypes } from './find-types.ts';
import { canvasTexts } from './texts.ts';
import { DRAGGED } from './use-drop.ts';
import { useTypes } from './use-types.ts';
import './palette.css';

const GROUPS: readonly (readonly [group: string, key: Key])[] = [
  ['triggers', 'groupTriggers'],
  ['talk', 'groupTalk'],
  ['logic', 'groupLogic'],
  ['data', 'groupData'],
  ['people', 'groupPeople'],
  ['time', 'groupTime'],
  ['unknown', 'groupUnknown'],
];
const STORED = 'sluice.palette';

/** Everything that can be put on the canvas, by what it is for. One stop of the Tab key; arrows walk inside. */
export function Palette() {
  const t = useTexts(canvasTexts);
  const types = useTypes();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(() => localStorage.getItem(STORED) !== 'closed');
  const found = useMemo(() => findTypes([...types.values()], search), [types, search]);
  const toggle = () => {
    localStorage.setItem(STORED, isOpen ? 'closed' : 'open');
    setOpen(!isOpen);
  };
  if (!isOpen)
    return (
      <Tooltip label={t('showPalette')} position="right">
        <ActionIcon
          className="palette-open"
          variant="default"
          size="lg"
          aria-label={t('showPalette')}
          onClick={toggle}
        >
          <IconPlus aria-hidden size={20} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <aside className="palette" aria-label={t('palette')}>
      <div className="palette-head">
        <TextInput
          size="xs"
          aria-label={t('searchBoxes')}
          placeholder={t('searchBoxes')}
          leftSection={<IconSearch aria-hidden size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('hidePalette')}
          title={t('hidePalette')}
          onClick={toggle}
        >
          <IconChevronsLeft aria-hidden size={18} />
        </ActionIcon>
      </div>
      <Types found={found} />
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('nothingFound')}
        </Text>
      )}
    </aside>
  );
}

function Types({ found }: { readonly found: readonly NodeTypeView[] }) {
  const { t } = useWords();
  const tc = useTexts(canvasTexts);
  const inGroups = GROUPS.flatMap(([group, key]) => {
    const members = found.filter(({ type }) => faceOf(type).group === group);
    return members.length > 0 ? [{ group, key, members }] : [];
  });
  const first = inGroups[0]?.members[0]?.type;
  return (
    <div className="palette-list" title={tc('paletteHelp')}>
      {inGroups.map(({ group, key, members }) => (
        <section key={group} data-group={group} aria-label={t(key)}>
          <h3>{t(key)}</h3>
          {members.map((type) => (
            <Item key={type.type} type={type} isFirst={type.type === first} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Item({ type, isFirst }: { readonly type: NodeTypeView; readonly isFirst: boolean }) {
  const desk = useDeskStore();
  const deeds = useDeeds();
  const add = () => {
    const from = freeWay(desk.getState());
    deeds.add(type, from ? { from } : {});
  };
  return (
    <Tooltip label={type.doc} position="right" multiline maw={260} openDelay={400}>
      <button
        type="button"
        className="palette-item"
        draggable
        tabIndex={isFirst ? 0 : -1}
        // Who double-clicks wants one box, not two.
        onClick={({ detail }) => detail <= 1 && add()}
        onKeyDown={walk}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, type.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
      >
        <span className="box-icon">
          <NodeIcon type={type.type} size={16} />
        </span>
        {type.title}
      </button>
    </Tooltip>
  );
}

/** The first way out of the selected node that leads nowhere yet: what is added follows there. */
function freeWay({ chosen, ports, document }: ReturnType<ReturnType<typeof useDeskStore>['getState']>) {
  const [node] = chosen.length === 1 ? chosen : [];
  if (node === undefined) return undefined;
  const free = (ports[node] ?? []).find(
    ({ id, when }) =>
      (when === undefined || when === 'done') &&
      !document.graph.edges.some((edge) => edge.from === node && edge.port === id),
  );
  return free && { node, port: free.id };
}

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...(event.currentTarget.closest('.palette-list')?.querySelectorAll('button') ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
