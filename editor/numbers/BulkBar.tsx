import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { NumberCheck } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { Dialog } from '../lib/Dialog.tsx';
import { useTexts } from '../lib/language.tsx';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { PlanFields } from './PlanFields.tsx';
import { bodyOf, isEmpty, isWhole, type Plan } from './plan.ts';
import { numberTexts } from './texts.ts';

interface BulkBarProps {
  readonly ids: readonly string[];
  onChanged(): void;
  onUnpick(): void;
}

/** What can be done with the numbers that are chosen. */
export function BulkBar({ ids, onChanged, onUnpick }: BulkBarProps) {
  const t = useTexts(numberTexts);
  const [isChanging, setChanging] = useState(false);
  const [outcome, setOutcome] = useState('');
  const deed = useDeed();
  const check = async () => {
    const found = await deed.run(() => checkAll(ids));
    if (found) setOutcome(t('checkedAll', found));
    onChanged();
  };
  return (
    <Paper withBorder shadow="md" p="sm" className="bulk-bar">
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={650}>{t('chosenN', { n: ids.length })}</Text>
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
          <Button variant="default" loading={deed.isBusy} onClick={() => void check()}>
            {t('checkAll')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onUnpick}>
            {t('unchoose')}
          </Button>
          <Text size="sm" role="status">
            {outcome}
          </Text>
        </Group>
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
      </Stack>
      {isChanging && (
        <BulkChange
          ids={ids}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setOutcome(t('changedAll', { n: ids.length }));
            onChanged();
          }}
        />
      )}
    </Paper>
  );
}

const AT_ONCE = 4;

/** A few at a time: WhatsApp counts such calls. */
async function checkAll(ids: readonly string[]): Promise<{ readonly n: number; readonly bad: number }> {
  let bad = 0;
  const left = [...ids];
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const { steps } = await send<NumberCheck>('POST', `/numbers/${id}/check`);
      if (steps.some(({ is }) => is === 'wrong')) bad += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { n: ids.length, bad };
}

interface BulkChangeProps {
  readonly ids: readonly string[];
  onDone(): void;
  onClose(): void;
}

function BulkChange({ ids, onDone, onClose }: BulkChangeProps) {
  const t = useTexts(numberTexts);
  const s = useTexts(settingTexts);
  const [plan, setPlan] = useState<Plan>({});
  const deed = useDeed();
  const save = async () => {
    const body = { ids, change: bodyOf(plan) };
    if (await deed.run(() => send('POST', '/numbers/bulk', body))) onDone();
  };
  return (
    <Dialog onClose={onClose} title={`${t('change')}: ${t('chosenN', { n: ids.length })}`}>
      <Stack gap="md">
        <PlanFields isBulk plan={plan} onChange={setPlan} />
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {s('cancel')}
          </Button>
          <Button
            loading={deed.isBusy}
            disabled={isEmpty(plan) || !isWhole(plan)}
            onClick={() => void save()}
          >
            {s('save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
