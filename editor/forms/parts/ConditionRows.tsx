import { Button, CloseButton, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPlus, IconStackPush } from '@tabler/icons-react';
import { useTexts } from '../../lib/language.tsx';
import { type How, useForm } from '../FormContext.tsx';
import { type ConditionGroup, type ConditionPart, EMPTY_GROUP, EMPTY_ROW } from '../model/condition/rows.ts';
import { conditionTexts } from '../texts/condition-texts.ts';
import { ConditionRowView } from './ConditionRowView.tsx';

interface ConditionRowsProps {
  readonly group: ConditionGroup;
  /** How deep it stands in others. */
  readonly depth: number;
  /** Nothing at all may be meant, too. */
  readonly isOptional?: boolean;
  change(group: ConditionGroup, how: How): void;
  remove?(): void;
}

const DEEPEST = 2;

/** A group of rows and of further groups, and how they go together. */
export function ConditionRows({ group, depth, isOptional = false, change, remove }: ConditionRowsProps) {
  const t = useTexts(conditionTexts);
  const { isReadOnly } = useForm();
  const { parts, join } = group;
  const put = (next: readonly ConditionPart[], how: How) => change({ ...group, parts: next }, how);
  return (
    <div className="condition" data-depth={depth}>
      {(parts.length > 1 || depth > 0 || join === 'none') && (
        <Group gap={6} wrap="nowrap" className="condition-head">
          <SegmentedControl
            size="xs"
            aria-label={t('join')}
            data={[
              { value: 'all', label: t('all') },
              { value: 'any', label: t('any') },
              { value: 'none', label: t('none') },
            ]}
            value={join}
            disabled={isReadOnly}
            onChange={(next) => change({ ...group, join: next }, 'deed')}
          />
          {remove && !isReadOnly && <CloseButton size="sm" aria-label={t('removeGroup')} onClick={remove} />}
        </Group>
      )}
      {parts.length === 0 && !isOptional && (
        <Text size="sm" c="dimmed">
          {t('noRows')}
        </Text>
      )}
      {parts.map((part, index) => {
        const swap = (next: ConditionPart, how: How) => put(parts.toSpliced(index, 1, next), how);
        const drop = () => put(parts.toSpliced(index, 1), 'deed');
        const Part = part.is === 'group' ? ConditionRows : undefined;
        // biome-ignore-start lint/suspicious/noArrayIndexKey: rows hold nothing that is not in the condition
        return Part && part.is === 'group' ? (
          <Part key={index} group={part} depth={depth + 1} change={swap} remove={drop} />
        ) : (
          part.is === 'row' && <ConditionRowView key={index} row={part} change={swap} remove={drop} />
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: rows hold nothing that is not in the condition
      })}
      {!isReadOnly && (
        <Group gap={6}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => put([...parts, EMPTY_ROW], 'deed')}
          >
            {t('addRow')}
          </Button>
          {depth < DEEPEST && parts.length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconStackPush size={14} aria-hidden />}
              onClick={() => put([...parts, { ...EMPTY_GROUP, join: 'any', parts: [EMPTY_ROW] }], 'deed')}
            >
              {t('addGroup')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
