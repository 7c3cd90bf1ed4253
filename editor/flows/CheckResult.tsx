import { Code, List, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { NumberCheck } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';

/** What WhatsApp says about a number, and what to enter at Meta. */
export function CheckResult({ found: { steps, paste } }: { readonly found: NumberCheck }) {
  const { t } = useWords();
  const { retell } = useNodeWords();
  return (
    <div className="number-check" role="status">
      <Text fw={600}>{t('checked')}</Text>
      <List spacing={4} my="xs">
        {steps.map(({ step, ok, says }) => (
          <List.Item
            key={step}
            icon={
              ok ? <IconCircleCheck className="good" size={20} /> : <IconCircleX className="bad" size={20} />
            }
          >
            {retell(says)}
          </List.Item>
        ))}
      </List>
      <Text fw={600}>{t('paste')}</Text>
      <Text size="sm">
        {t('callbackUrl')}: <Code>{paste.callbackUrl}</Code>
      </Text>
      <Text size="sm">
        {t('verifyToken')}: <Code>{paste.verifyToken}</Code>
      </Text>
    </div>
  );
}
