import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { isObject, type Json } from '../../../nodes/contract/json.ts';
import type { Schema } from '../../../nodes/contract/schema.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldProblems } from '../FieldProblems.tsx';
import { FieldSlot } from '../FieldSlot.tsx';
import { useForm } from '../FormContext.tsx';
import { RawField } from '../fields/RawField.tsx';
import { newId } from '../model/new-id.ts';
import { inside, isDrawable, isNamed, moved } from '../model/shape.ts';
import { ObjectFields } from '../ObjectFields.tsx';
import { formTexts } from '../texts/form-texts.ts';

interface CardsProps {
  readonly path: string;
  readonly items: Schema;
  readonly list: readonly Json[];
  /** How many must stay. */
  readonly least: number;
  put(list: readonly Json[]): void;
}

/** The cards of a list. They are moved by dragging their handle, or with the arrow keys on it. */
export function Cards({ path, items, list, least, put }: CardsProps) {
  const [dragged, setDragged] = useState<number>();
  return (
    <ol className="cards">
      {list.map((item, index) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: a card holds nothing that is not in the list
          key={index}
          {...{ path: inside(path, index), items, item, index }}
          isDragged={dragged === index}
          canGo={list.length > least}
          drag={() => setDragged(index)}
          drop={() => {
            if (dragged !== undefined) put(moved(list, dragged, index));
            setDragged(undefined);
          }}
          move={(by) => put(moved(list, index, index + by))}
          double={() => put(list.toSpliced(index + 1, 0, copyOf(item, list)))}
          remove={() => put(list.toSpliced(index, 1))}
        />
      ))}
    </ol>
  );
}

/** A copy with an id of its own: two ways out cannot have the same. */
function copyOf(item: Json, list: readonly Json[]): Json {
  if (!isObject(item) || typeof item['id'] !== 'string') return item;
  const taken = list.flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? [one['id']] : []));
  return { ...item, id: newId(item['id'], taken, 'choice') };
}

interface CardProps {
  readonly path: string;
  readonly items: Schema;
  readonly item: Json;
  readonly index: number;
  readonly isDragged: boolean;
  readonly canGo: boolean;
  drag(): void;
  drop(): void;
  move(by: number): void;
  double(): void;
  remove(): void;
}

function Card(props: CardProps) {
  const { path, items, item, isDragged, drop } = props;
  const { problems } = useForm();
  const isIdWrong = problems.some(({ field }) => field === inside(path, 'id'));
  return (
    <li
      className="card"
      data-field={path}
      data-dragged={isDragged}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drop();
      }}
    >
      <CardTools {...props} />
      <div className="card-fields">
        {items.type === 'object' && isObject(item) ? (
          <ObjectFields
            schema={items}
            path={path}
            value={item}
            without={isNamed(items) && !isIdWrong && typeof item['id'] === 'string' ? ['id'] : []}
          />
        ) : isDrawable(items, item) ? (
          <FieldSlot schema={items} path={path} value={item} isRequired />
        ) : (
          <RawField schema={items} path={path} value={item} isRequired />
        )}
        <FieldProblems path={path} />
      </div>
    </li>
  );
}

function CardTools({ index, canGo, drag, move, double, remove }: CardProps) {
  const t = useTexts(formTexts);
  const { isReadOnly } = useForm();
  const n = index + 1;
  if (isReadOnly) return <div className="card-tools">{n}</div>;
  const tools = [
    { says: t('double', { n }), Icon: IconCopy, act: double, isOff: false },
    { says: t('remove', { n }), Icon: IconTrash, act: remove, isOff: !canGo },
  ];
  return (
    <div className="card-tools">
      <Tooltip label={t('moveHow')}>
        <button
          type="button"
          className="card-handle"
          draggable
          aria-label={t('move', { n })}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            drag();
          }}
          onKeyDown={(event) => {
            const { key } = event;
            if (key !== 'ArrowUp' && key !== 'ArrowDown') return;
            event.preventDefault();
            move(key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <IconGripVertical size={15} aria-hidden />
          {n}
        </button>
      </Tooltip>
      <span className="card-deeds">
        {tools.map(({ says, Icon, act, isOff }) => (
          <Tooltip key={says} label={says}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={says}
              disabled={isOff}
              onClick={act}
            >
              <Icon size={15} />
            </ActionIcon>
          </Tooltip>
        ))}
      </span>
    </div>
  );
}
