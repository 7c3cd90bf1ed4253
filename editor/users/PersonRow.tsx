import { ActionIcon, Badge, Menu, Paper, Text, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconKey,
  IconLogout,
  IconPencil,
  IconTrash,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import type { UserView } from '../../server/api/contract.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { roleTexts } from '../lib/role-texts.ts';
import { seenWhen } from './seen.ts';
import { userTexts } from './texts.ts';

/** What can be done with somebody. */
export type Deed = 'edit' | 'password' | 'remove' | 'signOut' | 'off' | 'on';

interface PersonRowProps {
  readonly user: UserView;
  readonly isMe: boolean;
  begin(deed: Deed, user: UserView): void;
}

/** Somebody in the list. */
export function PersonRow({ user, isMe, begin }: PersonRowProps) {
  const t = useTexts(userTexts);
  const roles = useTexts(roleTexts);
  return (
    <Paper component="li" withBorder className="person-row" data-off={user.disabled || undefined}>
      <div className="person-who">
        <Text fw={650} truncate>
          {user.name}
          {isMe && (
            <Text span c="dimmed" fw={450}>
              {' '}
              ({t('you')})
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {user.email}
        </Text>
      </div>
      <Tooltip
        label={roles(`${user.role}May`)}
        multiline
        maw={280}
        events={{ hover: true, focus: true, touch: true }}
      >
        <Text className="person-role">{roles(user.role)}</Text>
      </Tooltip>
      <div className="person-state">
        <Seen user={user} />
        {user.disabled && (
          <Badge className="badge" color="red" variant="light">
            {t('off')}
          </Badge>
        )}
        {user.mustChoose && !user.disabled && (
          <Tooltip label={t('firstWhy')} multiline maw={280}>
            <Badge className="badge" color="orange" variant="light">
              {t('first')}
            </Badge>
          </Tooltip>
        )}
      </div>
      <Deeds user={user} isMe={isMe} begin={begin} />
    </Paper>
  );
}

function Seen({ user: { seenAt } }: Pick<PersonRowProps, 'user'>) {
  const t = useTexts(userTexts);
  const { locale } = useWords();
  const when = seenAt === undefined ? undefined : seenWhen(seenAt, Date.now(), locale);
  return (
    <Text size="sm" c="dimmed">
      {seenAt === undefined ? t('never') : when === undefined ? t('justNow') : t('seen', { when })}
    </Text>
  );
}

function Deeds({ user, isMe, begin }: PersonRowProps) {
  const t = useTexts(userTexts);
  const item = (deed: Deed, Icon: typeof IconKey, label: string, colour?: string) => (
    <Menu.Item
      onClick={() => begin(deed, user)}
      leftSection={<Icon size={17} aria-hidden />}
      {...(colour && { c: colour })}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actions', { name: user.name })}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item('edit', IconPencil, t('edit'))}
        {!isMe && item('password', IconKey, t('newPassword'))}
        {!isMe && item('signOut', IconLogout, t('signOut'))}
        {!isMe &&
          (user.disabled
            ? item('on', IconUserCheck, t('switchOn'))
            : item('off', IconUserOff, t('switchOff')))}
        {!isMe && <Menu.Divider />}
        {!isMe && item('remove', IconTrash, t('remove'), 'var(--bad)')}
      </Menu.Dropdown>
    </Menu>
  );
}
