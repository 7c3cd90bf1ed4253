import { Alert, Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ConnectionView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { bodyOf, type ConnectionDraft, draftOf, hasMoved, isAddress, type Kind } from './connection-draft.ts';
import { KeyFields } from './KeyFields.tsx';
import { connectionTexts } from './texts.ts';

interface ConnectionFormProps {
  /** Without one, a new connection is made. */
  readonly connection?: ConnectionView;
  /** What a new one is at first. */
  readonly kind?: Kind;
  onSaved(id: string): void;
  onCancel?(): void;
}

const KINDS = ['http', 'crm', 'ai'] as const satisfies readonly Kind[];
const EXAMPLES = {
  http: 'https://api.example.com/v1',
  crm: 'https://crm.example.com/api',
  ai: 'https://api.openai.com/v1',
} as const satisfies { readonly [kind in Kind]: string };

/** Address and keys of an outside system. Usable within a modal. */
export function ConnectionForm({ connection, kind, onSaved, onCancel }: ConnectionFormProps) {
  const t = useTexts(connectionTexts);
  const s = useTexts(settingTexts);
  const [draft, setDraft] = useState<ConnectionDraft>(() => ({
    ...draftOf(connection),
    ...(kind && { kind }),
  }));
  const [isTried, setTried] = useState(false);
  const deed = useDeed();
  const put = (change: Partial<ConnectionDraft>) => setDraft((before) => ({ ...before, ...change }));
  const isMoved = hasMoved(connection, draft);
  const hasName = draft.name.trim() !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!(hasName && isAddress(draft.baseUrl))) return;
    const body = bodyOf(isMoved ? { ...draft, keep: [] } : draft);
    const saved = await deed.run(() =>
      connection
        ? send<ConnectionView>('PUT', `/connections/${connection.id}`, body)
        : send<ConnectionView>('POST', '/connections', body),
    );
    if (saved) onSaved(saved.id);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} autoComplete="off">
      <Stack gap="md">
        {connection?.secretsReadable === false && <Alert color="red">{t('unreadable')}</Alert>}
        <KindChoice kind={draft.kind} onChange={(next) => put({ kind: next })} />
        <WhereFields draft={draft} isTried={isTried} onChange={put} />
        {isMoved && <Alert color="orange">{t('moved')}</Alert>}
        <KeyFields draft={isMoved ? { ...draft, keep: [] } : draft} onChange={put} />
        <Checkbox
          label={t('allowPrivate')}
          description={t('allowPrivateWhy')}
          checked={draft.allowPrivate}
          onChange={(event) => put({ allowPrivate: event.currentTarget.checked })}
        />
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {s('cancel')}
            </Button>
          )}
          <Button type="submit" loading={deed.isBusy}>
            {s('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function KindChoice({ kind, onChange }: { readonly kind: Kind; onChange(kind: Kind): void }) {
  const t = useTexts(connectionTexts);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('kind')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={t('kind')}
        data={KINDS.map((value) => ({ value, label: t(value) }))}
        value={kind}
        onChange={(value) => onChange(KINDS.find((each) => each === value) ?? 'http')}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t(`${kind}Why`)}
      </Text>
    </div>
  );
}

interface WhereFieldsProps {
  readonly draft: ConnectionDraft;
  readonly isTried: boolean;
  onChange(change: Partial<ConnectionDraft>): void;
}

function WhereFields({ draft, isTried, onChange }: WhereFieldsProps) {
  const t = useTexts(connectionTexts);
  const s = useTexts(settingTexts);
  return (
    <>
      <TextInput
        label={s('name')}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={isTried && draft.name.trim() === '' ? t('needName') : undefined}
        maxLength={120}
        required
        data-autofocus
      />
      <TextInput
        label={t('baseUrl')}
        description={t('baseUrlHint')}
        placeholder={EXAMPLES[draft.kind]}
        value={draft.baseUrl}
        onChange={(event) => onChange({ baseUrl: event.currentTarget.value })}
        error={isTried && !isAddress(draft.baseUrl) ? t('badUrl') : undefined}
        maxLength={500}
        spellCheck={false}
        required
      />
      {draft.kind === 'ai' && (
        <TextInput
          label={t('model')}
          description={t('modelHint')}
          value={draft.model}
          onChange={(event) => onChange({ model: event.currentTarget.value })}
          maxLength={200}
          spellCheck={false}
        />
      )}
    </>
  );
}
