import { Badge, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { FlowView } from '../../server/api/contract.ts';
import { useWords } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';

interface ProblemListProps {
  readonly problems: FlowView['problems'];
  /** Opens the box that a problem is about. */
  choose?(node: string): void;
}

/** What the linter has to say, mistakes first. */
export function ProblemList({ problems, choose }: ProblemListProps) {
  const { t } = useWords();
  const sorted = problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('problems')}
      </Title>
      {sorted.length === 0 && <Text c="dimmed">{t('noProblems')}</Text>}
      <Stack component="ul" gap={6} className="plain-list">
        {sorted.map((problem) => (
          <li key={`${problem.code} ${problem.node} ${problem.field} ${problem.port} ${problem.message}`}>
            <Item problem={problem} choose={choose} />
          </li>
        ))}
      </Stack>
    </section>
  );
}

interface ItemProps {
  readonly problem: FlowView['problems'][number];
  readonly choose: ProblemListProps['choose'];
}

function Item({ problem: { node, severity, sentence }, choose }: ItemProps) {
  const { t } = useWords();
  const { say } = useNodeWords();
  const words = (
    <>
      <Badge className="badge" size="sm" variant="light" color={severity === 'error' ? 'red' : 'gray'}>
        {t(severity === 'error' ? 'mistake' : 'hint')}
      </Badge>
      <Text size="sm">{say(sentence)}</Text>
    </>
  );
  if (!choose || node === undefined) return <div className="problem-button">{words}</div>;
  return (
    <UnstyledButton className="problem-button" onClick={() => choose(node)}>
      {words}
    </UnstyledButton>
  );
}
