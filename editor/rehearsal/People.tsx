import { Button, Group, Text } from '@mantine/core';
import type { Rehearsal } from '../../server/api/contract.ts';
import { useThings } from '../forms/use-things.ts';
import type { Reader } from './say.ts';

interface PeopleProps {
  readonly step: Rehearsal['steps'][number];
  readonly reader: Reader;
  say(line: string): void;
}

/** While people have the conversation, they are played by whoever rehearses. */
export function People({ step: { owner }, say, reader: { t } }: PeopleProps) {
  const teams = useThings<{ readonly id: string; readonly name: string }>('team');
  const nameOf = (id: string) => teams.data?.find((team) => team.id === id)?.name ?? id;
  if (owner.is !== 'queue' && owner.is !== 'agent') return null;
  const deeds = [
    ...(owner.is === 'queue'
      ? [['take', '~ agent Mali takes it'] as const]
      : [['finish', '~ agent resolves'] as const]),
    ...(owner.is === 'queue' ? [['nobodyComes', '~ nobody is there'] as const] : []),
    ['customerLeft', '~ the customer left'] as const,
  ];
  const team =
    owner.is === 'queue' && owner.team !== undefined ? t('ofTeam', { team: nameOf(owner.team) }) : '';
  const title = owner.is === 'queue' ? t('inQueue', { team }) : t('withPeople');
  return (
    <section className="rcard" aria-label={title}>
      <Text size="sm">{title}</Text>
      <Group gap={6} mt={6}>
        {deeds.map(([key, line]) => (
          <Button key={key} size="compact-xs" variant="light" onClick={() => say(line)}>
            {t(key)}
          </Button>
        ))}
      </Group>
    </section>
  );
}
