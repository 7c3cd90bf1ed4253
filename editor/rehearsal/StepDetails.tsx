import { Code, Text } from '@mantine/core';
import type { Rehearsal } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { effectWords } from './effect-words.ts';
import { Part } from './Part.tsx';
import { type Reader, sayExplanation } from './say.ts';
import { Variables } from './Variables.tsx';
import { Way } from './Way.tsx';

type Step = Rehearsal['steps'][number];

interface StepDetailsProps {
  readonly steps: readonly Step[];
  readonly place: number;
  readonly zone: string;
  readonly reader: Reader;
}

/** One step, whole: who got it, the way and why, what is known now, what followed. */
export function StepDetails({ steps, place, zone, reader }: StepDetailsProps) {
  const { t } = reader;
  const step = steps[place];
  const flow = useDesk((desk) => desk.flow.id);
  if (!step) return null;
  const effects = step.happened.flatMap((event) => event.effects);
  const explained = step.happened.flatMap(({ event, explanation }) =>
    explanation ? [{ id: event.id, explanation }] : [],
  );
  return (
    <div className="rstep">
      {step.problem !== undefined && <Text className="bad">{step.problem}</Text>}
      {explained.length > 0 && (
        <Part title={t('gotIt')}>
          {explained.map(({ id, explanation }) => (
            <Text size="sm" key={id} {...(explanation.to === 'nobody' && { className: 'bad' })}>
              {sayExplanation(explanation, reader)}
            </Text>
          ))}
          {step.queued > 0 && <Text size="sm">{t('queued', { n: step.queued })}</Text>}
        </Part>
      )}
      <Way happened={step.happened} flow={flow} reader={reader} />
      <Variables steps={steps} place={place} reader={reader} />
      <Part title={t('effects')}>
        <ul className="rlist">
          {effects.flatMap((effect) =>
            effectWords(effect, zone, reader).map((words) => <li key={`${effect.id} ${words}`}>{words}</li>),
          )}
        </ul>
        {effects.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noEffects')}
          </Text>
        )}
      </Part>
      <details className="rraw">
        <summary>{t('raw')}</summary>
        <Code block>{JSON.stringify(step, null, 2).slice(0, MOST)}</Code>
      </details>
    </div>
  );
}

/** Characters; more than that is no reading. */
const MOST = 30_000;
