import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTypes } from '../canvas/use-types.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { documentOf } from '../desk/document.ts';
import type { Side } from '../desk/merge.ts';
import { settle } from '../desk/save.ts';
import { useTexts } from '../lib/language.tsx';
import { type ClashWords, clashWords } from './clash-words.ts';
import { studioTexts } from './texts.ts';

/** Two people changed the same: whoever saves later says what shall hold, one by one or all at once. */
export function ClashDialog() {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const clash = useDesk((open) => open.clash);
  const document = useDesk((open) => open.document);
  const types = useTypes();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const rows = useMemo(() => {
    if (!clash) return [];
    const names = {
      mine: document,
      theirs: documentOf(clash.flow),
      title: (type: string) => types.get(type)?.title ?? type,
      field: (type: string, field: string) => types.get(type)?.params.properties[field]?.title ?? field,
    };
    return clash.conflicts.map((conflict) => ({ key: conflict.key, words: clashWords(conflict, names, t) }));
  }, [clash, document, types, t]);
  if (!clash) return null;
  const by = clash.flow.updatedBy?.name;
  const all = (side: Side) => settle(desk, () => side);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      title={t('clashTitle')}
      size="lg"
      centered
    >
      <Stack>
        <Text size="sm">
          {by !== undefined && `${t('clashBy', { name: by })} `}
          {t('clashWhy')}
        </Text>
        <Stack component="ul" className="plain-list clash-list" gap="sm">
          {rows.map(({ key, words }) => (
            <Row
              key={key}
              words={words}
              side={choices.get(key) ?? 'mine'}
              choose={(side) => setChoices((before) => new Map(before).set(key, side))}
            />
          ))}
        </Stack>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => all('mine')}>
            {t('allMine')}
          </Button>
          <Button variant="default" onClick={() => all('theirs')}>
            {t('allTheirs')}
          </Button>
          <Button data-autofocus onClick={() => settle(desk, ({ key }) => choices.get(key) ?? 'mine')}>
            {t('takeThese')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface RowProps {
  readonly words: ClashWords;
  readonly side: Side;
  choose(side: Side): void;
}

function Row({ words, side, choose }: RowProps) {
  const t = useTexts(studioTexts);
  return (
    <li>
      <Text fw={600} size="sm">
        {words.about}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={words.about}
        value={side}
        onChange={(value) => choose(value === 'mine' ? 'mine' : 'theirs')}
        data={[
          { value: 'mine', label: <Said who={t('mine')} what={words.mine} /> },
          { value: 'theirs', label: <Said who={t('theirs')} what={words.theirs} /> },
        ]}
      />
    </li>
  );
}

const Said = ({ who, what }: { readonly who: string; readonly what: string }) => (
  <span className="clash-said">
    <small>{who}</small>
    <span>{what}</span>
  </span>
);
