import { MultiSelect, NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useResource } from '../lib/resource.ts';
import type { Plan } from './plan.ts';
import { numberTexts } from './texts.ts';

interface PlanFieldsProps {
  readonly plan: Plan;
  /** For several numbers at once: everything may also be left as it is. */
  readonly isBulk?: boolean;
  onChange(plan: Plan): void;
}

const LEAVE = '=leave';
const NONE = '=none';

/** Which flows answer at a number, and how fast. */
export function PlanFields({ plan, isBulk = false, onChange }: PlanFieldsProps) {
  const t = useTexts(numberTexts);
  const flows = useResource<readonly FlowSummary[]>('/flows');
  const options = (flows.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const put = (change: { readonly [key in keyof Plan]?: Plan[key] | undefined }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...plan, ...change }).filter(([, value]) => value !== undefined)),
    );
  const leave = isBulk ? [{ value: LEAVE, label: t('leave') }] : [];
  return (
    <Stack gap="md">
      <FlowsChoice plan={plan} isBulk={isBulk} options={options} onChange={(next) => put({ flows: next })} />
      <Select
        label={t('fallback')}
        description={t('fallbackHint')}
        data={[...leave, { value: NONE, label: t('noFallback') }, ...options]}
        value={plan.fallback === undefined ? LEAVE : plan.fallback || NONE}
        onChange={(value) =>
          put({ fallback: value === LEAVE || value === null ? undefined : value === NONE ? '' : value })
        }
        allowDeselect={false}
        searchable
      />
      <NumberInput
        label={t('pace')}
        description={t('paceHint')}
        min={1}
        max={1000}
        clampBehavior="strict"
        allowDecimal={false}
        value={plan.perSecond ?? ''}
        placeholder={isBulk ? t('leave') : ''}
        onChange={(value) => put({ perSecond: typeof value === 'number' ? value : undefined })}
      />
      <Select
        label={t('receipts')}
        data={[...leave, { value: 'on', label: t('on') }, { value: 'off', label: t('off') }]}
        value={plan.readReceipts === undefined ? LEAVE : plan.readReceipts ? 'on' : 'off'}
        onChange={(value) => put({ readReceipts: value === LEAVE ? undefined : value === 'on' })}
        allowDeselect={false}
      />
    </Stack>
  );
}

interface FlowsChoiceProps {
  readonly plan: Plan;
  readonly isBulk: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(flows: Plan['flows']): void;
}

function FlowsChoice({ plan: { flows }, isBulk, options, onChange }: FlowsChoiceProps) {
  const t = useTexts(numberTexts);
  const [picked, setPicked] = useState<readonly string[]>(flows === 'all' ? [] : (flows ?? []));
  const way = flows === undefined ? 'leave' : flows === 'all' ? 'all' : 'some';
  const choose = (next: string) => onChange(next === 'leave' ? undefined : next === 'all' ? 'all' : picked);
  return (
    <Stack gap="xs">
      <Radio.Group label={t('whichFlows')} value={way} onChange={choose}>
        <Stack gap={6} mt={6}>
          {isBulk && <Radio value="leave" label={t('leaveFlows')} />}
          <Radio value="all" label={t('everyFlow')} />
          <Radio value="some" label={t('onlyThese')} />
        </Stack>
      </Radio.Group>
      {way === 'some' && (
        <MultiSelect
          aria-label={t('chooseFlows')}
          placeholder={picked.length === 0 ? t('chooseFlows') : ''}
          data={[...options]}
          value={[...picked]}
          onChange={(next) => {
            setPicked(next);
            onChange(next);
          }}
          error={picked.length === 0 ? t('needFlows') : undefined}
          searchable
          clearable
        />
      )}
    </Stack>
  );
}
