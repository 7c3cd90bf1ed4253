import { Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { lookedAt, type RehearsalState } from './rehearsal-state.ts';
import { StepDetails } from './StepDetails.tsx';
import type { Reader } from './say.ts';
import { happeningOf } from './thread.ts';

interface StepsProps {
  readonly state: RehearsalState;
  readonly reader: Reader;
  show(step: number): void;
}

/** Everything that went in, and what happened each time; the one that is looked at is open. */
export function Steps({ state, show, reader }: StepsProps) {
  const steps = state.answer?.steps ?? [];
  const open = lookedAt(state);
  const chosen = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is to be seen
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (steps.length === 0)
    return (
      <Text c="dimmed" size="sm" p="md">
        {reader.t('noSteps')}
      </Text>
    );
  return (
    <ol className="rsteps plain-list">
      {steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is what its place is
        <li key={place} ref={place === open ? chosen : null} data-open={place === open || undefined}>
          <UnstyledButton className="rstep-title" aria-expanded={place === open} onClick={() => show(place)}>
            <span className="rstep-count">{place + 1}</span>
            <span className="rstep-line">{happeningOf(step, reader) ?? step.line.slice(2)}</span>
          </UnstyledButton>
          {place === open && (
            <StepDetails steps={steps} place={place} zone={state.answer?.timeZone ?? 'UTC'} reader={reader} />
          )}
        </li>
      ))}
    </ol>
  );
}
