import { Text } from '@mantine/core';
import type { FlowSummary } from '../../server/api/contract.ts';
import { ago } from '../lib/ago.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { flowsTexts } from './texts.ts';

/** Who changed a flow last, and how long ago; the moment itself is told on hover. */
export function When({ flow: { updatedAt, updatedBy } }: { readonly flow: FlowSummary }) {
  const t = useTexts(flowsTexts);
  const { locale } = useWords();
  const moment = new Date(updatedAt);
  const exactly = moment.toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <div>
      <Text size="sm" component="time" dateTime={moment.toISOString()} title={exactly}>
        {ago(updatedAt, Date.now(), locale)}
      </Text>
      {updatedBy && (
        <Text size="xs" c="dimmed" truncate>
          {t('by', { name: updatedBy.name })}
        </Text>
      )}
    </div>
  );
}
