import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Comparison, VersionInUse } from '../../server/api/contract.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { read } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { DiffList } from './DiffList.tsx';
import { diffMarks } from './diff-words.ts';
import { publishingTexts } from './texts.ts';
import { together } from './together.ts';

/** Two states to compare, each a version's number or `draft`. */
export interface States {
  readonly from: string;
  readonly to: string;
}

interface CompareStatesProps {
  readonly versions: readonly VersionInUse[];
  /** Without it, nothing is compared. */
  readonly states: States | undefined;
  onChange(states: States | undefined): void;
  flush(): Promise<void>;
}

/** Compares any two states of the open flow: in words here, and as marks on the canvas. */
export function CompareStates({ versions, states, onChange, flush }: CompareStatesProps) {
  const t = useTexts(publishingTexts);
  const live = useDesk((desk) => desk.flow.live);
  const newest = String(live ?? versions[0]?.version ?? 1);
  if (!states)
    return (
      <Button variant="default" size="xs" onClick={() => onChange({ from: newest, to: 'draft' })}>
        {t('compare')}
      </Button>
    );
  const options = [
    { value: 'draft', label: t('draft') },
    ...versions.map(({ version }) => ({ value: String(version), label: t('version', { n: version }) })),
  ];
  const pick = (end: keyof States, label: string) => (
    <Select
      size="xs"
      flex={1}
      label={label}
      data={options}
      allowDeselect={false}
      value={states[end]}
      onChange={(value) => value !== null && onChange({ ...states, [end]: value })}
    />
  );
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        {pick('from', t('compareFrom'))}
        {pick('to', t('compareTo'))}
      </Group>
      <Difference {...states} flush={flush} />
      <Button variant="default" size="xs" onClick={() => onChange(undefined)}>
        {t('endCompare')}
      </Button>
    </Stack>
  );
}

/** What the colours on the canvas mean. */
function MarkLegend() {
  const t = useTexts(publishingTexts);
  return (
    <Group component="ul" gap="md" className="plain-list mark-legend" mb="xs">
      {(['added', 'removed', 'changed', 'moved'] as const).map((mark) => (
        <li key={mark} data-diff={mark}>
          {t(mark)}
        </li>
      ))}
    </Group>
  );
}

type Found = { readonly comparison: Comparison } | { readonly error: Error };

function Difference({ from, to, flush }: States & Pick<CompareStatesProps, 'flush'>) {
  const t = useTexts(publishingTexts);
  const desk = useDeskStore();
  const types = useDesk((known) => known.types);
  const flow = useDesk((known) => known.flow.id);
  // Once the server has saved an edit, the draft is another.
  const revision = useDesk((known) => known.flow.revision);
  const [found, setFound] = useState<Found>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn or revision means to look again
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      await flush();
      return read<Comparison>(`/flows/${encodeURIComponent(flow)}/compare?from=${from}&to=${to}`);
    };
    look().then(
      (comparison) => {
        if (!isWanted) return;
        setFound({ comparison });
        desk.getState().mark({ diff: diffMarks(comparison.diff) });
        desk.getState().compare(together(comparison));
      },
      (error: Error) => isWanted && setFound({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [flow, from, to, revision, turn, desk, flush]);
  useEffect(
    () => () => {
      desk.getState().mark({ diff: {} });
      desk.getState().compare(undefined);
    },
    [desk],
  );
  if (!found) return <Loader size="sm" role="status" aria-label={t('looking')} />;
  if ('error' in found) return <Trouble error={found.error} retry={() => setTurn(turn + 1)} />;
  const nameOf = (state: string) => (state === 'draft' ? t('draft') : t('version', { n: state }));
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('between', { from: nameOf(from), to: nameOf(to) })}
      </Text>
      <MarkLegend />
      <DiffList
        comparison={found.comparison}
        types={types}
        empty={t('same')}
        onOpen={to === 'draft' ? (node) => desk.getState().open(node) : undefined}
      />
    </div>
  );
}
