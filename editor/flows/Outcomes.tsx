import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '../lib/Link.tsx';
import { useWords } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import type { FlowDeeds, Outcome } from './use-flow-deeds.ts';

/** How the latest imports and publishings went, and what to do next. */
export function Outcomes({ deeds }: { readonly deeds: FlowDeeds }) {
  return (
    <Stack gap="xs" aria-live="polite" className="outcomes">
      {deeds.outcomes.map((outcome) =>
        outcome.is === 'failed' ? (
          <Trouble key={keyOf(outcome)} error={outcome.error} dismiss={() => deeds.forget(outcome)} />
        ) : (
          <Success key={keyOf(outcome)} outcome={outcome} deeds={deeds} />
        ),
      )}
    </Stack>
  );
}

const keyOf = (outcome: Outcome): string =>
  outcome.is === 'failed'
    ? outcome.error.message
    : `${outcome.is} ${outcome.flow.id} ${outcome.flow.revision}`;

interface SuccessProps {
  readonly outcome: Exclude<Outcome, { readonly is: 'failed' }>;
  readonly deeds: FlowDeeds;
}

function Success({ outcome, deeds }: SuccessProps) {
  const { t } = useWords();
  const { is, flow } = outcome;
  const name = { name: flow.name };
  return (
    <Alert
      color="sluice"
      icon={<IconCheck aria-hidden />}
      title={is === 'imported' ? t('imported', name) : t('published', { ...name, n: flow.live ?? 1 })}
      withCloseButton
      closeButtonLabel={t('close')}
      onClose={() => deeds.forget(outcome)}
    >
      <Group gap="sm">
        {is === 'imported' && flow.errors > 0 && (
          <Text size="sm">{t('importedErrors', { n: flow.errors })}</Text>
        )}
        <Link to={`/flows/${flow.id}`}>{t('openFlow')}</Link>
        {is === 'imported' && flow.errors === 0 && (
          <Button size="xs" loading={deeds.publishing === flow.id} onClick={() => deeds.publish(flow.id)}>
            {t('publish')}
          </Button>
        )}
        {is === 'published' && (
          <Button component="a" href="/simulator" target="sluice-phone" size="xs" variant="light">
            {t('chat')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
