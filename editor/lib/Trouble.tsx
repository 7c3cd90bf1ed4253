import { Alert, Button, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Refusal, type RefusedPart } from './api.ts';
import { useWords } from './language.tsx';
import { useNodeWords } from './use-node-words.ts';
import { useSentence } from './use-sentence.ts';

interface TroubleProps {
  readonly error: Error;
  /** What to do about it. */
  readonly retry?: () => void;
  readonly dismiss?: () => void;
}

const SHOWN = 5;

/** Says what went wrong. */
export function Trouble({ error, retry, dismiss }: TroubleProps) {
  const { t } = useWords();
  const errors = error instanceof Refusal ? error.errors : [];
  const { say, retell } = useNodeWords();
  const wordsOf = ({ sentence, message }: RefusedPart) => (sentence ? say(sentence) : retell(message));
  const sentence = useSentence()(error);
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('trouble')}
      {...(dismiss && { withCloseButton: true, onClose: dismiss, closeButtonLabel: t('close') })}
    >
      <Stack gap="xs" align="flex-start">
        {errors.length > 1 ? (
          <List size="sm">
            {errors.slice(0, SHOWN).map((part) => (
              <List.Item key={part.message}>{wordsOf(part)}</List.Item>
            ))}
          </List>
        ) : (
          sentence
        )}
        {retry && (
          <Button size="xs" variant="light" color="red" onClick={retry}>
            {t('again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
