import { Alert, Button, Text } from '@mantine/core';
import type { Rehearsal } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import type { Reader } from './say.ts';

const SHOWN = 3;

/** What keeps the draft or the chat from being played, each with its node. */
export function ProblemNotes({
  problems,
  reader: { t },
}: {
  readonly problems: Rehearsal['problems'];
  readonly reader: Reader;
}) {
  const lookAt = useDesk((desk) => desk.lookAt);
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" title={t('stopped')} p="xs" className="rehearsal-problems">
      {problems.slice(0, SHOWN).map(({ message, node }) => (
        <Text size="sm" key={`${node} ${message}`}>
          {message}{' '}
          {node !== undefined && (
            <Button size="compact-xs" variant="subtle" onClick={() => lookAt(node)}>
              {t('toNode')}
            </Button>
          )}
        </Text>
      ))}
    </Alert>
  );
}
