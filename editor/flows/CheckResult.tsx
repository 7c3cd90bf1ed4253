import { Code, List, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { NumberCheck } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';

/** What WhatsApp says about a number, and what to enter at Meta. */
export function CheckResult({ found: { steps, paste } }: { readonly found: NumberCheck }) {
  const { t } = useWords();
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
            {says}
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
