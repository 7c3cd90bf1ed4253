import { ActionIcon, Badge, Button, Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconBrandWhatsapp, IconDeviceMobileMessage, IconSettings } from '@tabler/icons-react';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useMayChat } from '../lib/me.ts';
import { StateBadge } from './StateBadge.tsx';
import { numberTexts } from './texts.ts';
import { useFacts } from './use-facts.ts';

interface NumberCardProps {
  readonly number: NumberView;
  onOpen(): void;
}

/** A number among a few. */
export function NumberCard({ number, onOpen }: NumberCardProps) {
  const t = useTexts(numberTexts);
  const mayChat = useMayChat();
  const facts = useFacts()(number);
  const { id, name, display, virtual, state, waiting, failures } = number;
  const figures = [
    // Nobody rates a virtual one.
    ...(virtual ? [] : [[t('quality'), facts.quality, false] as const]),
    [t('rate'), facts.rate, false],
    [t('waiting'), facts.waiting, waiting > 0],
    [t('failures'), facts.failures, failures > 0],
    [t('flows'), facts.flows, false],
    [t('lastInbound'), facts.lastInbound, false],
  ] as const;
  return (
    <Paper component="li" withBorder p="md" data-number={id}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-start" gap="sm">
          <IconBrandWhatsapp aria-hidden size={30} className="good" />
          <div className="grows">
            <Text fw={650}>{name}</Text>
            <Text size="sm" c="dimmed">
              {display}
            </Text>
          </div>
          <Tooltip label={t('settings')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              onClick={onOpen}
              aria-label={t('details', { name })}
            >
              <IconSettings size={20} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <Group gap="xs">
          <StateBadge state={state} />
          {virtual && (
            <Tooltip label={t('virtualWhy')}>
              <Badge className="badge" variant="light" color="indigo" size="lg">
                {t('virtual')}
              </Badge>
            </Tooltip>
          )}
        </Group>
        {state !== 'ready' && <Text size="sm">{facts.why}</Text>}
        <dl className="figures">
          {figures.map(([label, value, isLoud]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={isLoud ? 'loud' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
        {virtual && mayChat && (
          <Button
            component="a"
            href={`/simulator?number=${id}`}
            target="sluice-phone"
            variant="light"
            leftSection={<IconDeviceMobileMessage aria-hidden size={18} />}
          >
            {t('chat')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
