import { Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { CheckStep } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { checkSentence } from './check-sentence.ts';
import { checkTexts } from './check-texts.ts';

const LOOKS = {
  ok: [IconCircleCheck, 'good', 'good'],
  wrong: [IconCircleX, 'bad', 'wrong'],
  unsure: [IconHelpCircle, 'check-unsure', 'unsure'],
} as const;

/** What a check found, step by step. */
export function CheckList({ steps }: { readonly steps: readonly CheckStep[] }) {
  const t = useTexts(checkTexts);
  return (
    <ul className="check-list" role="status">
      {steps.map((step) => {
        const [Icon, look, word] = LOOKS[step.is];
        return (
          <li key={step.step} data-check={step.step} data-is={step.is}>
            <Icon aria-hidden size={22} className={look} />
            <Text size="sm" component="span">
              <VisuallyHidden>{t(word)}: </VisuallyHidden>
              {checkSentence(t, step)}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
