import { Badge } from '@mantine/core';
import type { FlowSummary } from '../../server/api/contract.ts';
import { useWords } from './language.tsx';
import { statusOf } from './status.ts';

/** Live, draft, or live with changes that are not. */
export function StatusBadge({ flow }: { readonly flow: Pick<FlowSummary, 'live' | 'changed'> }) {
  const { t } = useWords();
  const { key, colour, n } = statusOf(flow);
  return (
    <Badge className="badge" color={colour} variant="light" size="lg" data-status={key}>
      {t(key, { n })}
    </Badge>
  );
}
