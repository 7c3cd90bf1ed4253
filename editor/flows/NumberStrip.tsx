import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconBrandWhatsapp, IconDeviceMobileMessage } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberCheck, NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useWords } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { CheckResult } from './CheckResult.tsx';

/** The numbers that customers write to. */
export function NumberStrip({ numbers }: { readonly numbers: readonly NumberView[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="numbers">
      <Title order={2} size="h5" id="numbers" mb="xs">
        {t('numbers')}
      </Title>
      {numbers.length === 0 ? (
        <Paper withBorder p="md">
          <Text fw={600}>{t('noNumbers')}</Text>
          <Text c="dimmed">{t('noNumbersWhy')}</Text>
        </Paper>
      ) : (
        <div className="numbers">
          {numbers.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
        </div>
      )}
    </section>
  );
}

function NumberCard({ number }: { readonly number: NumberView }) {
  const { t } = useWords();
  const { may } = useMe();
  const { name, display, virtual, flows } = number;
  return (
    <Paper withBorder p="md" className="number">
      <IconBrandWhatsapp aria-hidden size={32} className="number-icon" />
      <div className="number-words">
        <Group gap="xs">
          <Text fw={650}>{name}</Text>
          <Text c="dimmed">{display}</Text>
          {virtual && (
            <Badge className="badge" variant="light" color="indigo" title={t('virtualWhy')}>
              {t('virtual')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {flows ? t('someFlows', { n: flows.length }) : t('allFlows')} · {t('pace', { n: number.perSecond })}
        </Text>
        {virtual && (
          <Text size="sm" c="dimmed">
            {t('virtualWhy')}
          </Text>
        )}
      </div>
      {virtual && may('flows.rehearse', 'conversations.answer') && (
        <Button
          component="a"
          href="/simulator"
          target="sluice-phone"
          size="md"
          className="number-chat"
          leftSection={<IconDeviceMobileMessage aria-hidden size={20} />}
        >
          {t('chat')}
        </Button>
      )}
      {!virtual && may('settings.edit') && <Check id={number.id} />}
    </Paper>
  );
}

/** Asks WhatsApp whether a number can send and receive. */
function Check({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [state, setState] = useState<{ isBusy?: boolean; found?: NumberCheck; error?: Error }>({});
  const check = () => {
    setState({ isBusy: true });
    send<NumberCheck>('POST', `/numbers/${id}/check`).then(
      (found) => setState({ found }),
      (error: Error) => setState({ error }),
    );
  };
  return (
    <>
      <Button variant="default" loading={state.isBusy ?? false} onClick={check} className="number-chat">
        {t('check')}
      </Button>
      {state.found && <CheckResult found={state.found} />}
      {state.error && <Trouble error={state.error} />}
    </>
  );
}
