import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Graph } from '../../nodes/contract/flow.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useThings } from '../forms/use-things.ts';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { withOnFailure } from './edits.ts';
import { inspectorTexts } from './inspector-texts.ts';

const WAYS = ['queue', 'flow', 'team'] as const;
type Way = (typeof WAYS)[number];
const TEXTS = { queue: 'toQueue', flow: 'toFlow', team: 'toTeam' } as const;

const wayOf = (onFailure: Graph['onFailure']): Way =>
  onFailure?.flow !== undefined ? 'flow' : onFailure?.team !== undefined ? 'team' : 'queue';

/** Where conversations go when the flow fails. */
export function OnFailure() {
  const t = useTexts(inspectorTexts);
  const { say } = useNodeWords();
  const onFailure = useDesk(({ document }) => document.graph.onFailure);
  const problems = useDesk(({ flow }) => flow.problems);
  const edit = useDesk((desk) => desk.edit);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const [wish, setWish] = useState<Way>();
  const way = wish ?? wayOf(onFailure);
  const found = problems.filter(
    ({ node, field = '' }) => node === undefined && field.startsWith('onFailure'),
  );
  return (
    <section className="inspector-section">
      <Select
        label={t('onFailure')}
        description={t('onFailureWhy')}
        data={WAYS.map((one) => ({ value: one, label: t(TEXTS[one]) }))}
        value={way}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(next) => {
          const chosen = WAYS.find((one) => one === next);
          setWish(chosen);
          // Only what is chosen to its end is written.
          if (chosen === 'queue') edit(withOnFailure(undefined));
        }}
      />
      {way !== 'queue' && (
        <Which
          kind={way}
          chosen={onFailure?.[way]}
          choose={(id) => {
            setWish(undefined);
            edit(withOnFailure({ [way]: id }));
          }}
        />
      )}
      {found.map((problem) => (
        <p key={problem.message} className="bad">
          {say(problem.sentence)}
        </p>
      ))}
    </section>
  );
}

interface WhichProps {
  readonly kind: 'flow' | 'team';
  readonly chosen: string | undefined;
  choose(id: string): void;
}

function Which({ kind, chosen, choose }: WhichProps) {
  const t = useTexts(inspectorTexts);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const own = useDesk(({ flow }) => flow.id);
  const things = useThings(kind);
  const known = (things.data ?? []).filter(({ id }) => kind !== 'flow' || id !== own);
  const isGone = chosen !== undefined && !known.some(({ id }) => id === chosen);
  return (
    <Select
      mt={8}
      label={t(kind === 'flow' ? 'whichFlow' : 'whichTeam')}
      placeholder={t('noneChosen')}
      data={[
        ...known.map(({ id, name }) => ({ value: id, label: name })),
        ...(isGone ? [{ value: chosen, label: chosen }] : []),
      ]}
      value={chosen ?? null}
      disabled={isReadOnly}
      allowDeselect={false}
      onChange={(id) => id !== null && choose(id)}
    />
  );
}
