import { Button, Code, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { addressOf, missingIn, type Operation, type Values } from './description.ts';
import { apiTexts } from './texts.ts';

interface TryItProps {
  readonly operation: Operation;
  readonly values: Values;
  set(values: Values): void;
}

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

const MOST_SHOWN = 20_000;

/** Asks this server, as whoever is signed in. Only for what reads. */
export function TryIt({ operation, values, set }: TryItProps) {
  const t = useTexts(apiTexts);
  const [answer, setAnswer] = useState<Answer | Error>();
  const [isBusy, setBusy] = useState(false);
  const missing = missingIn(operation, values);
  const ask = async () => {
    setBusy(true);
    setAnswer(await answerOf(`/api/v1${addressOf(operation, values)}`));
    setBusy(false);
  };
  return (
    <form
      className="try-it"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) void ask();
      }}
    >
      <Text size="sm" c="dimmed">
        {t('tryWhy')}
      </Text>
      <Group gap="xs" align="flex-end">
        {operation.parameters.map(({ name, required, description }) => (
          <TextInput
            key={name}
            size="xs"
            label={name}
            title={description}
            required={required}
            value={values[name] ?? ''}
            onChange={(event) => set({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
        <Button size="xs" type="submit" loading={isBusy} disabled={missing.length > 0}>
          {t('ask')}
        </Button>
        {missing.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('fillIn', { names: missing.join(', ') })}
          </Text>
        )}
      </Group>
      <div aria-live="polite">
        {answer instanceof Error && <Text className="bad">{answer.message}</Text>}
        {answer && !(answer instanceof Error) && (
          <>
            <Text size="sm" mt="xs">
              {t('took', { status: answer.status, ms: answer.ms })}
            </Text>
            <Code block className="api-code">
              {answer.body.slice(0, MOST_SHOWN)}
              {answer.body.length > MOST_SHOWN && '\n…'}
            </Code>
          </>
        )}
      </div>
    </form>
  );
}

async function answerOf(address: string): Promise<Answer | Error> {
  const begun = performance.now();
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    const text = await response.text();
    return { status: response.status, ms: Math.round(performance.now() - begun), body: pretty(text) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
