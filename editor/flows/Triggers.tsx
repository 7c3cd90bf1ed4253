import { Text } from '@mantine/core';
import type { TriggerView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { flowsTexts } from './texts.ts';
import { useTriggerWords } from './use-trigger-words.ts';

interface TriggersProps {
  readonly triggers: readonly TriggerView[];
  /** More than these are only counted. */
  readonly most?: number;
}

/** What a flow listens for, in words. */
export function Triggers({ triggers, most = 3 }: TriggersProps) {
  const t = useTexts(flowsTexts);
  const inWords = useTriggerWords();
  if (triggers.length === 0)
    return (
      <Text size="sm" c="dimmed" className="flow-quiet">
        {t('noTrigger')}
      </Text>
    );
  return (
    <ul className="triggers" aria-label={t('startsWith')}>
      {triggers.slice(0, most).map((trigger) => (
        <li key={trigger.node} title={inWords(trigger)}>
          <NodeIcon type={trigger.type} size={14} />
          <span>{inWords(trigger)}</span>
        </li>
      ))}
      {triggers.length > most && (
        <li className="triggers-more">{t('moreTriggers', { n: triggers.length - most })}</li>
      )}
    </ul>
  );
}
