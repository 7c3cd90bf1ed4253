import { Button, Code, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ConnectionTest, ConnectionView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { firstPath } from './connection-draft.ts';
import { connectionTexts } from './texts.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Makes a real call through a connection and shows what came. */
export function TryConnection({
  connection: { id, kind, baseUrl },
}: {
  readonly connection: ConnectionView;
}) {
  const t = useTexts(connectionTexts);
  const [method, setMethod] = useState('GET');
  const [path, setPath] = useState(() => firstPath(kind));
  const [body, setBody] = useState('');
  const [outcome, setOutcome] = useState<ConnectionTest>();
  const deed = useDeed();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const call = { method, path, ...(method !== 'GET' && body !== '' && { body }) };
    const found = await deed.run(() => send<ConnectionTest>('POST', `/connections/${id}/test`, call));
    if (found) setOutcome(found);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text size="sm">{t('tryWhy')}</Text>
        <Code className="copy-line">{baseUrl}</Code>
        <Group align="flex-start" wrap="nowrap">
          <Select
            label={t('method')}
            data={METHODS}
            value={method}
            onChange={(value) => setMethod(value ?? 'GET')}
            allowDeselect={false}
            w={110}
          />
          <TextInput
            className="grows"
            label={t('path')}
            description={t('pathHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            maxLength={2000}
            spellCheck={false}
            data-autofocus
          />
        </Group>
        {method !== 'GET' && (
          <Textarea
            label={t('body')}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            maxLength={50_000}
            autosize
            minRows={3}
            maxRows={12}
            spellCheck={false}
          />
        )}
        <Group>
          <Button type="submit" loading={deed.isBusy}>
            {t('tryGo')}
          </Button>
        </Group>
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        {outcome && <Outcome outcome={outcome} />}
      </Stack>
    </form>
  );
}

const PROBLEMS: { readonly [code: string]: keyof typeof connectionTexts.en } = {
  'not-allowed': 'notAllowed',
  'not-found': 'notFound',
  redirect: 'redirect',
  broken: 'broken',
  timeout: 'timeout',
  tooLarge: 'tooLarge',
  'secrets-unreadable': 'unreadable',
};

function Outcome({ outcome }: { readonly outcome: ConnectionTest }) {
  const t = useTexts(connectionTexts);
  const { ok, status, ms, body, headers = [], isCut, problem } = outcome;
  const Icon = ok ? IconCircleCheck : IconCircleX;
  const key = problem && PROBLEMS[problem.code];
  return (
    <Stack gap="xs" role="status" data-outcome={ok ? 'ok' : 'wrong'}>
      <Group gap="xs" className={ok ? 'good' : 'bad'}>
        <Icon aria-hidden size={20} />
        <Text fw={600}>{status === undefined ? t('noAnswer', { ms }) : t('answered', { status, ms })}</Text>
      </Group>
      {problem && <Text size="sm">{key ? t(key) : problem.says}</Text>}
      {body !== undefined && body !== null && body !== '' && (
        <Code block mah={320} className="answer" tabIndex={0} aria-label={t('answer')}>
          {typeof body === 'string' ? body : JSON.stringify(body, null, 2)}
        </Code>
      )}
      {isCut && <Text size="sm">{t('cut')}</Text>}
      {headers.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('answerHeaders', { names: headers.join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
