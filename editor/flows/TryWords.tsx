import { Button, NativeSelect, Paper, Text, TextInput, Title } from '@mantine/core';
import { IconCornerDownRight, IconMoodEmpty } from '@tabler/icons-react';
import { useState } from 'react';
import type { Explanation, NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { Link } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { beginTexts } from './begin-texts.ts';

/** Asks the router which flow a message would start, and why, without sending anything. */
export function TryWords({ numbers }: { readonly numbers: readonly NumberView[] }) {
  const t = useTexts(beginTexts);
  const [number, setNumber] = useState(numbers[0]?.id ?? '');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Explanation | Error>();
  const ask = () => {
    if (text.trim() === '') return;
    send<Explanation>('POST', '/explain', { number, text }).then(setFound, setFound);
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="try-title">
      <Title order={2} size="h5" id="try-title">
        {t('tryTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('tryWhy')}
      </Text>
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
          maxLength={4096}
          onChange={(event) => setText(event.currentTarget.value)}
          className="try-text"
        />
        {numbers.length > 1 && (
          <NativeSelect
            aria-label={t('tryNumber')}
            value={number}
            data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setNumber(event.currentTarget.value)}
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
  const t = useTexts(beginTexts);
  const { say } = useNodeWords();
  const Icon = to === 'nobody' ? IconMoodEmpty : IconCornerDownRight;
  return (
    <div className="try-answer" data-to={to}>
      <Icon size={20} aria-hidden />
      <div>
        <Text>{say(sentence)}</Text>
        {winner && (
          <Link to={`/flows/${encodeURIComponent(winner.flow.id)}`} size="sm">
            {t('tryOpen', { name: winner.flowName })}
          </Link>
        )}
        {beaten.length > 0 && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('tryBeaten')} {beaten.map((other) => `${other.flowName} (${say(other.sentence)})`).join(', ')}
          </Text>
        )}
      </div>
    </div>
  );
}
