import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPinned, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { Sample } from '../../../nodes/contract/flow.ts';
import type { Json } from '../../../nodes/contract/json.ts';
import type { TriedCall } from '../../../server/api/flows/inspecting.ts';
import { send } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { useSentence } from '../../lib/use-sentence.ts';
import { useForm } from '../FormContext.tsx';
import { callTexts } from '../texts/call-texts.ts';
import { examplesIn } from '../variables.ts';
import { JsonTree } from './JsonTree.tsx';
import { TrialValues } from './TrialValues.tsx';

interface AnswerTrialProps {
  /** The parts that are kept already. */
  readonly taken: readonly string[];
  take(path: string): void;
}

/** Makes the call once, with examples for its variables, and shows what came back, to pick parts from. */
export function AnswerTrial({ taken, take }: AnswerTrialProps) {
  const t = useTexts(callTexts);
  const sentenceOf = useSentence();
  const { value, around } = useForm();
  const [tried, setTried] = useState<TriedCall>();
  const [trouble, setTrouble] = useState<string>();
  const [isCalling, setCalling] = useState(false);
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map());
  const { nodeType, sample: pinned, pin } = around;
  const sample = tried?.sample ?? pinned;
  if (nodeType === undefined) return null;
  const call = () => {
    setCalling(true);
    setTrouble(undefined);
    send<TriedCall>('POST', `/node-types/${nodeType}/try`, {
      params: value,
      values: examplesIn(around.variables, given),
    })
      .then(setTried, (error: Error) => setTrouble(sentenceOf(error)))
      .finally(() => setCalling(false));
  };
  return (
    <section className="trial" aria-live="polite">
      <TrialValues given={given} give={(path, text) => setGiven(new Map([...given, [path, text]]))} />
      <Group gap={6} justify="space-between">
        <Button
          size="compact-sm"
          variant="light"
          loading={isCalling}
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          onClick={call}
        >
          {t('try')}
        </Button>
        {tried && pin && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPinned size={15} aria-hidden />}
            onClick={() => pin(tried.sample)}
          >
            {t('pin')}
          </Button>
        )}
      </Group>
      {trouble !== undefined && (
        <p className="field-note bad" role="alert">
          {trouble}
        </p>
      )}
      {sample && <Outcome sample={sample} ms={tried?.ms} />}
      {sample && sample.is !== 'failure' && (
        <>
          <Text size="xs" c="dimmed">
            {t('pick')}
          </Text>
          <JsonTree value={bodyOf(sample)} taken={taken} take={take} />
        </>
      )}
      {!sample && (
        <Text size="xs" c="dimmed">
          {t('tryWhy')}
        </Text>
      )}
    </section>
  );
}

const bodyOf = (sample: Sample): Json =>
  sample.is === 'http' ? sample.body : sample.is === 'record' ? sample.record : null;

function Outcome({ sample, ms }: { readonly sample: Sample; readonly ms: number | undefined }) {
  const t = useTexts(callTexts);
  const isGood = sample.is === 'http' ? sample.status < 400 : sample.is === 'record';
  const says =
    sample.is === 'http'
      ? t('answered', { status: sample.status })
      : sample.is === 'record'
        ? t(sample.record === null ? 'notFound' : 'found')
        : sample.reason;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Badge className="badge" size="sm" variant="light" color={isGood ? 'sluice' : 'red'}>
        {ms === undefined ? t('pinned') : t('took', { ms })}
      </Badge>
      <Text size="sm" className={isGood ? 'good' : 'bad'}>
        {says}
      </Text>
    </Group>
  );
}
