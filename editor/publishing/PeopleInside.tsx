import { Alert, Radio, Stack, Text } from '@mantine/core';
import type { GraphView, Impact, NodeTypeView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { publishingTexts } from './texts.ts';
import type { Inside } from './use-preview.ts';

interface PeopleInsideProps {
  readonly impact: Impact;
  /** What they would get to. */
  readonly target: GraphView;
  readonly types: ReadonlyMap<string, NodeTypeView>;
  readonly inside: Inside;
  onChange(inside: Inside): void;
}

const CHOICES = [
  ['finish', 'finishWhy'],
  ['move', 'moveWhy'],
  ['restart', 'restartWhy'],
] as const;

/** Who is in the middle of the flow, and what should become of them. */
export function PeopleInside({ impact, target, types, inside, onChange }: PeopleInsideProps) {
  const t = useTexts(publishingTexts);
  if (impact.people === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('nobody')}
      </Text>
    );
  return (
    <Stack gap="sm">
      <Radio.Group
        value={inside.how}
        onChange={(value) => {
          const [how] = CHOICES.find(([known]) => known === value) ?? ['finish'];
          onChange({ ...inside, how });
        }}
        label={t('inside', { n: impact.people })}
      >
        <div className="inside-choices">
          {CHOICES.map(([how, why]) => (
            <Radio.Card key={how} value={how} className="inside-choice" p="sm">
              <Radio.Indicator size="xs" aria-hidden />
              <div>
                <Text size="sm" fw={600}>
                  {t(how)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(why)}
                </Text>
              </div>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {inside.how !== 'finish' && (
        <Text size="xs" c="dimmed">
          {t('withAgents')}
        </Text>
      )}
      {!impact.isWhole && <Alert p="xs">{t('notAll')}</Alert>}
      <PlaceTable impact={impact} target={target} types={types} inside={inside} onChange={onChange} />
    </Stack>
  );
}
