import { ActionIcon, Code, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import './settings.css';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from './language.tsx';
import { settingTexts } from './setting-texts.ts';

/** Something to be pasted elsewhere, with a button that copies it. */
export function CopyLine({ label, value }: { readonly label: string; readonly value: string }) {
  const t = useTexts(settingTexts);
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code className="copy-line">{value}</Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'copied' : 'copy')}>
              <ActionIcon
                variant={copied ? 'filled' : 'default'}
                size="lg"
                onClick={copy}
                aria-label={`${t('copy')}: ${label}`}
              >
                {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
