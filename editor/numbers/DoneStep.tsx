import { Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { CheckList } from './CheckList.tsx';
import { connectTexts } from './connect-texts.ts';
import { PlanFields } from './PlanFields.tsx';
import { isWhole, type Plan } from './plan.ts';
import type { Connecting } from './use-connecting.ts';
import { useNumbers } from './use-numbers.ts';

interface DoneStepProps {
  readonly connecting: Connecting;
  onBack(): void;
  onFinish(plan: Plan): void;
}

const LOOK_EVERY_MS = 3_000;

/** Everything once more, the first message, and which flows answer. */
export function DoneStep({ connecting, onBack, onFinish }: DoneStepProps) {
  const t = useTexts(connectTexts);
  const { found, deed, draft, checkKept } = connecting;
  const [plan, setPlan] = useState<Plan>({ flows: 'all', fallback: '', perSecond: 20, readReceipts: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => void checkKept(), []);
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        {found.length > 0 ? (
          <CheckList steps={found} />
        ) : (
          deed.isBusy && <Text role="status">{t('checking')}</Text>
        )}
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group>
          <Button variant="default" loading={deed.isBusy} onClick={() => void checkKept()}>
            {t('checkAgain')}
          </Button>
        </Group>
      </Stack>
      <FirstMessage id={draft.id.trim()} />
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('flowsTitle')}
        </Title>
        <PlanFields plan={plan} onChange={setPlan} />
      </section>
      <Group justify="space-between" className="wizard-foot">
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button loading={deed.isBusy} disabled={!isWhole(plan)} onClick={() => onFinish(plan)}>
          {t('finish')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The proof of it all: somebody writes, and it arrives. */
function FirstMessage({ id }: { readonly id: string }) {
  const t = useTexts(connectTexts);
  const numbers = useNumbers(LOOK_EVERY_MS);
  const hasCome = numbers.data?.find((number) => number.id === id)?.lastInboundAt !== undefined;
  return (
    <Paper withBorder p="md">
      <Text size="sm">{t('doneWhy')}</Text>
      <Group gap="xs" mt="xs" role="status" className={hasCome ? 'good' : ''}>
        {hasCome ? <IconCircleCheck aria-hidden size={20} /> : <Loader aria-hidden size={16} />}
        <Text fw={600}>{t(hasCome ? 'gotMessage' : 'waitMessage')}</Text>
      </Group>
    </Paper>
  );
}
