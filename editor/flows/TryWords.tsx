import { Alert, Button, NativeSelect, Paper, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Explanation, NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { Link } from '../lib/Link.tsx';
import { useWords } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';

/** Asks the router which flow a message would start, and why, without sending anything. */
export function TryWords({ numbers }: { readonly numbers: readonly NumberView[] }) {
  const { t } = useWords();
  const [number, setNumber] = useState(numbers[0]?.id ?? '');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Explanation | Error>();
  const ask = () => {
    if (text.trim() === '') return;
    send<Explanation>('POST', '/explain', { number, text }).then(setFound, setFound);
  };
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        {t('tryTitle')}
      </Title>
      <form
        className="try"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <TextInput
          aria-label={t('tryTitle')}
          placeholder={t('tryText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className="try-text"
        />
        {numbers.length > 1 && (
          <NativeSelect
            aria-label={t('tryNumber')}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button type="submit" variant="light">
          {t('tryGo')}
        </Button>
      </form>
      <div aria-live="polite">
        {found instanceof Error && <Trouble error={found} />}
        {found && !(found instanceof Error) && <Answer found={found} />}
      </div>
    </Paper>
  );
}

function Answer({ found: { sentence, winner, beaten, to } }: { readonly found: Explanation }) {
  const { t } = useWords();
  const { say } = useNodeWords();
  return (
    <Alert mt="sm" color={to === 'nobody' ? 'orange' : 'sluice'}>
      <Text>
        {say(sentence)} {winner && <Link to={`/flows/${winner.flow.id}`}>{t('openFlow')}</Link>}
      </Text>
      {beaten.length > 0 && (
        <Text size="sm" mt={4}>
          {t('tryBeaten')}: {beaten.map((other) => `${other.flowName} (${say(other.sentence)})`).join(', ')}
        </Text>
      )}
    </Alert>
  );
}
