import { ActionIcon, Badge, Menu, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconEye, IconGitCompare, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { VersionInUse } from '../../server/api/contract.ts';
import { ago, momentWords } from '../lib/ago.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { publishingTexts } from './texts.ts';

interface VersionItemProps {
  readonly version: VersionInUse;
  readonly live: number | undefined;
  readonly isLookedAt: boolean;
  onLook(): void;
  /** Compares it with another state: a number, or `draft`. */
  onCompare(other: string): void;
  readonly onBack: (() => void) | undefined;
}

/** One version: when, by whom, why, and who is inside. */
export function VersionItem({ version, live, isLookedAt, onLook, onCompare, onBack }: VersionItemProps) {
  const t = useTexts(publishingTexts);
  const { locale } = useWords();
  const [now] = useState(() => Date.now());
  const { version: n, publishedAt, publishedBy, note, people } = version;
  const isLive = n === live;
  return (
    <li className="version" data-looked={isLookedAt || undefined} aria-current={isLookedAt || undefined}>
      <div className="version-head">
        <Text fw={600}>{t('version', { n })}</Text>
        {isLive && (
          <Badge size="sm" variant="light">
            {t('liveNow')}
          </Badge>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Tooltip label={t('more', { n })}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('more', { n })}>
                <IconDots size={18} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconEye size={16} aria-hidden />} onClick={onLook}>
              {t('look')}
            </Menu.Item>
            {!isLive && live !== undefined && (
              <Menu.Item
                leftSection={<IconGitCompare size={16} aria-hidden />}
                onClick={() => onCompare(String(live))}
              >
                {t('compareLive')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconGitCompare size={16} aria-hidden />}
              onClick={() => onCompare('draft')}
            >
              {t('compareDraft')}
            </Menu.Item>
            {onBack && !isLive && (
              <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={onBack}>
                {t('goBack')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      <Text size="sm" c="dimmed">
        {ago(publishedAt, now, locale)} {publishedBy && t('byWhom', { name: publishedBy.name })}
      </Text>
      <Text size="xs" c="dimmed" component="time" dateTime={new Date(publishedAt).toISOString()}>
        {momentWords(publishedAt, locale)}
      </Text>
      {note !== undefined && (
        <Text size="sm" mt={4} className="version-note">
          {note}
        </Text>
      )}
      {people > 0 && (
        <Text size="sm" mt={4} className="version-people">
          <IconUsers size={14} aria-hidden /> {t('peopleInside', { n: people })}
        </Text>
      )}
    </li>
  );
}
