import { Badge, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import type { Release } from '../../nodes/contract/event.ts';
import type { ConversationSummaryView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { type Key, useWords } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { Chat } from './Chat.tsx';
import { lapse, shownContact } from './sentences.ts';

interface PersonCardProps {
  readonly summary: ConversationSummaryView;
  /** The agent who looks at it. */
  readonly me: string;
  changed(): void;
  /** Shows what happened in this conversation. */
  choose(): void;
}

/** A customer who waits for people or has somebody: take, answer, give back. */
export function PersonCard({ summary, me, changed, choose }: PersonCardProps) {
  const { t } = useWords();
  const { retell } = useNodeWords();
  const { id, contact, owner } = summary;
  const [error, setError] = useState<Error>();
  const who = contact.name ?? shownContact(contact.id);
  const isMine = owner.is === 'agent' && owner.agent === me;
  const act = (deed: string, body: object) =>
    send('POST', `/conversations/${encodeURIComponent(id)}/${deed}`, body).then(
      () => {
        setError(undefined);
        changed();
      },
      (refused: Error) => setError(refused),
    );
  return (
    <Paper component="li" withBorder p="sm" className="person">
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{who}</Text>
        <State summary={summary} isMine={isMine} />
      </Group>
      {owner.is === 'queue' && owner.note && <Text size="sm">{retell(owner.note)}</Text>}
      {isMine && <Chat conversation={id} me={me} who={who} />}
      {error && <Trouble error={error} dismiss={() => setError(undefined)} />}
      <Group gap="xs" mt="xs">
        {!isMine && (
          <Button
            size="xs"
            onClick={() => void act('claim', { agent: me, fromAnother: owner.is === 'agent' })}
          >
            {owner.is === 'agent' ? t('takeOver', { agent: owner.agent }) : t('take')}
          </Button>
        )}
        {isMine && <GiveBack act={(how) => void act('release', { how })} />}
        <Button size="xs" variant="subtle" onClick={choose}>
          {t('onlyThis')}
        </Button>
      </Group>
    </Paper>
  );
}

function State({
  summary: { owner },
  isMine,
}: Pick<PersonCardProps, 'summary'> & { readonly isMine: boolean }) {
  const { t } = useWords();
  if (owner.is === 'agent')
    return (
      <Badge className="badge" variant="light" color={isMine ? 'sluice' : 'gray'}>
        {isMine ? t('withYou') : t('withAgent', { agent: owner.agent })}
      </Badge>
    );
  return (
    <Badge className="badge" variant="light" color="orange">
      {owner.is === 'queue' && t('waitsSince', { time: lapse(Date.now() - owner.since, t) })}
    </Badge>
  );
}

const WAYS: readonly (readonly [Release, Key])[] = [
  ['resolved', 'solved'],
  ['customerLeft', 'notSolved'],
  ['nobody', 'nobodyFree'],
];

/** Gives a conversation back, and says how it went: the flow goes on from there. */
function GiveBack({ act }: { act(how: Release): void }) {
  const { t } = useWords();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default">
          {t('giveBack')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {WAYS.map(([how, key]) => (
          <Menu.Item key={how} onClick={() => act(how)}>
            {t(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
