import { Box, Center, Container, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { FlowSummary, NumberView } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { EmptyFlows } from './EmptyFlows.tsx';
import { FlowCard } from './FlowCard.tsx';
import { ImportButton } from './ImportButton.tsx';
import { NumberStrip } from './NumberStrip.tsx';
import { Outcomes } from './Outcomes.tsx';
import { TryWords } from './TryWords.tsx';
import { useDrop } from './use-drop.ts';
import { useFlowDeeds } from './use-flow-deeds.ts';

/** Everything that answers customers: numbers and flows. */
export function FlowsPage() {
  const { t } = useWords();
  const { may } = useMe();
  const flows = useResource<readonly FlowSummary[]>('/flows');
  const numbers = useResource<readonly NumberView[]>('/numbers');
  const deeds = useFlowDeeds(flows.reload);
  const isDropping = useDrop(deeds.take);
  return (
    <Container size="lg" py="md" w="100%">
      <Stack gap="lg">
        {numbers.data && <NumberStrip numbers={numbers.data} />}
        <Group justify="space-between" align="flex-end" gap="sm">
          <div>
            <Title order={1} size="h2">
              {t('flows')}
            </Title>
            <Text c="dimmed">{t('flowsWhy')}</Text>
          </div>
          {may('flows.edit') && <ImportButton take={deeds.take} isBusy={deeds.isImporting} />}
        </Group>
        <Outcomes deeds={deeds} />
        {flows.error && <Trouble error={flows.error} retry={flows.reload} />}
        {!flows.data && !flows.error && <Waiting />}
        {flows.data?.length === 0 && <EmptyFlows />}
        {flows.data && flows.data.length > 0 && (
          <Stack component="ul" gap="sm" className="plain-list">
            {flows.data.map((flow) => (
              <FlowCard key={flow.id} flow={flow} publish={deeds.publish} busy={deeds.publishing} />
            ))}
          </Stack>
        )}
        {may('flows.rehearse') && numbers.data?.[0] && flows.data?.[0] && <TryWords numbers={numbers.data} />}
      </Stack>
      {isDropping && may('flows.edit') && <Box className="drop-veil">{t('dropHere')}</Box>}
    </Container>
  );
}

function Waiting() {
  const { t } = useWords();
  return (
    <Center h={160}>
      <Loader aria-label={t('loading')} />
    </Center>
  );
}
