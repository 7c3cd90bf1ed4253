import { Alert, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useDesk } from '../desk/DeskContext.tsx';
import type { FieldProblem } from '../forms/FormContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { inspectorTexts } from './inspector-texts.ts';
import { useNodeProblems } from './use-node-problems.ts';

/** What is wrong with the box itself, and the way to the settings that need attention: those say it themselves. */
export function NodeTroubles({ node }: { readonly node: string }) {
  const t = useTexts(inspectorTexts);
  const open = useDesk((desk) => desk.open);
  const problems = useNodeProblems(node);
  const own = problems.filter(({ field }) => field === '');
  const inFields = problems.filter(({ field }) => field !== '');
  const [first] = inFields.toSorted((a, b) => a.severity.localeCompare(b.severity));
  if (problems.length === 0) return null;
  const isGrave = problems.some(({ severity }) => severity === 'error');
  return (
    <Alert
      className="node-troubles"
      variant="light"
      color={isGrave ? 'red' : 'orange'}
      p="xs"
      icon={<IconAlertCircle size={18} aria-hidden />}
    >
      {own.map((problem) => (
        <Trouble key={problem.message} problem={problem} />
      ))}
      {first && (
        <p>
          {t('troubles', { n: inFields.length })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => open(node, first.field)}>
            {t('show')}
          </Button>
        </p>
      )}
    </Alert>
  );
}

function Trouble({ problem: { message, fix } }: { readonly problem: FieldProblem }) {
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  return (
    <p>
      {message}
      {fix && !isReadOnly && (
        <Button size="compact-xs" variant="default" ms={6} onClick={() => fix.apply()}>
          {fix.label}
        </Button>
      )}
    </p>
  );
}
