import { ActionIcon, Button, Group, PasswordInput, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconLock, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { type ConnectionDraft, isKeyHeader } from './connection-draft.ts';
import { connectionTexts } from './texts.ts';

interface KeyFieldsProps {
  readonly draft: ConnectionDraft;
  onChange(change: Partial<ConnectionDraft>): void;
}

/** The key, and headers for services that want more: what is stored is only named. */
export function KeyFields({ draft, onChange }: KeyFieldsProps) {
  const t = useTexts(connectionTexts);
  const { keep, key } = draft;
  const stored = keep.find(isKeyHeader);
  const [isReplacing, setReplacing] = useState(false);
  const others = keep.filter((name) => !isKeyHeader(name));
  const drop = (name: string) => onChange({ keep: keep.filter((each) => each !== name) });
  return (
    <Stack gap="md">
      {stored && !isReplacing ? (
        <div>
          <Text size="sm" fw={500}>
            {t('key')}
          </Text>
          <Group gap="xs">
            <IconLock aria-hidden size={16} />
            <Text size="sm">{t('keyKept')}</Text>
            <Button size="xs" variant="default" onClick={() => setReplacing(true)}>
              {t('keyReplace')}
            </Button>
            <Remove label={t('keyRemove', { name: t('key') })} onRemove={() => drop(stored)} />
          </Group>
        </div>
      ) : (
        <PasswordInput
          label={t('key')}
          description={t('keyHint')}
          value={key}
          onChange={(event) => onChange({ key: event.currentTarget.value })}
          autoComplete="off"
          maxLength={3900}
        />
      )}
      <Headers draft={draft} others={others} onDrop={drop} onChange={onChange} />
    </Stack>
  );
}

interface HeadersProps extends KeyFieldsProps {
  readonly others: readonly string[];
  onDrop(name: string): void;
}

function Headers({ draft: { headers }, others, onDrop, onChange }: HeadersProps) {
  const t = useTexts(connectionTexts);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('headers')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('headersWhy')}
      </Text>
      {others.map((name) => (
        <Group key={name} gap="xs">
          <IconLock aria-hidden size={16} />
          <Text size="sm">{t('headerKept', { name })}</Text>
          <Remove label={t('keyRemove', { name })} onRemove={() => onDrop(name)} />
        </Group>
      ))}
      {headers.map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header has no name while it is typed
        <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('headerName')}
            value={header.name}
            placeholder="X-Api-Key"
            onChange={(event) =>
              onChange({ headers: headers.with(index, { ...header, name: event.currentTarget.value }) })
            }
          />
          <PasswordInput
            label={t('headerValue')}
            className="grows"
            value={header.value}
            autoComplete="off"
            onChange={(event) =>
              onChange({ headers: headers.with(index, { ...header, value: event.currentTarget.value }) })
            }
          />
          <Remove
            label={t('removeHeader')}
            onRemove={() => onChange({ headers: headers.toSpliced(index, 1) })}
          />
        </Group>
      ))}
      <Group>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus aria-hidden size={16} />}
          onClick={() => onChange({ headers: [...headers, { name: '', value: '' }] })}
        >
          {t('addHeader')}
        </Button>
      </Group>
    </Stack>
  );
}

function Remove({ label, onRemove }: { readonly label: string; onRemove(): void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" onClick={onRemove} aria-label={label}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
