import { Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { applyChange } from '../../nodes/contract/change.ts';
import type { FlowView } from '../../server/api/contract.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { problemTexts } from './texts.ts';
import './problems.css';

type Problem = FlowView['problems'][number];

const MANY = 8;

/** What is wrong with the flow and what is doubtful: each opens its node and field, many are mended by a click. */
export function ProblemList({ publish }: { readonly publish: () => void }) {
  const t = useTexts(problemTexts);
  const problems = useDesk(({ flow }) => flow.problems);
  const isChecking = useDesk(({ saving }) => saving === 'dirty' || saving === 'saving');
  const [filter, setFilter] = useState('');
  const nameOf = useNames();
  const { say } = useNodeWords();
  const shown = useMemo(() => {
    const words = filter.trim().toLocaleLowerCase();
    return problems.filter((problem) =>
      `${say(problem.sentence)} ${nameOf(problem.node)}`.toLocaleLowerCase().includes(words),
    );
  }, [problems, filter, nameOf, say]);
  const [errors, warnings] = [
    shown.filter(({ severity }) => severity === 'error'),
    shown.filter(({ severity }) => severity !== 'error'),
  ];
  return (
    <Stack gap="md" data-checking={isChecking || undefined} className="problems">
      <Group gap="xs">
        <Title order={2} size="h5">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {isChecking && t('checking')}
        </Text>
      </Group>
      {problems.length === 0 && <AllGood publish={publish} />}
      {problems.length > MANY && (
        <TextInput
          size="xs"
          label={t('filter')}
          placeholder={t('filterBy')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {problems.length > 0 && shown.length === 0 && <Text c="dimmed">{t('noneLeft')}</Text>}
      <Section title={t('mistakes')} why={t('mistakesWhy')} colour="red" problems={errors} nameOf={nameOf} />
      <Section title={t('hints')} why={t('hintsWhy')} colour="orange" problems={warnings} nameOf={nameOf} />
    </Stack>
  );
}

/** What nodes are called. */
function useNames(): (node: string | undefined) => string {
  const t = useTexts(problemTexts);
  const nodes = useDesk(({ document }) => document.graph.nodes);
  const types = useDesk((desk) => desk.types);
  const words = useNodeWords();
  return useMemo(() => {
    const titleOf = (type: string) => {
      const known = types.get(type);
      return known ? words.titleOf(known) : type;
    };
    const names = new Map(nodes.map(({ id, title, type }) => [id, title ?? titleOf(type)]));
    return (node) => (node === undefined ? t('ofFlow') : (names.get(node) ?? node));
  }, [nodes, types, words, t]);
}

interface SectionProps {
  readonly title: string;
  readonly why: string;
  readonly colour: string;
  readonly problems: readonly Problem[];
  nameOf(node: string | undefined): string;
}

function Section({ title, why, colour, problems, nameOf }: SectionProps) {
  if (problems.length === 0) return null;
  return (
    <section>
      <Group gap={6}>
        <Title order={3} size="h6">
          {title}
        </Title>
        <Badge size="sm" variant="light" color={colour}>
          {problems.length}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed" mb={6}>
        {why}
      </Text>
      <Stack component="ul" gap={6} className="plain-list">
        {problems.map((problem) => (
          <Item
            key={`${problem.code} ${problem.node} ${problem.field} ${problem.port} ${JSON.stringify(problem.sentence)}`}
            problem={problem}
            name={nameOf(problem.node)}
          />
        ))}
      </Stack>
    </section>
  );
}

function Item({ problem, name }: { readonly problem: Problem; readonly name: string }) {
  const { node, field, severity, sentence, fix } = problem;
  const { say: inWords } = useNodeWords();
  const desk = useDeskStore();
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const mend = () => {
    if (!fix) return;
    const { edit, say } = desk.getState();
    edit((document) => ({ ...document, graph: applyChange(document.graph, fix.change) }));
    say('fixed');
  };
  const words = (
    <>
      <b>{name}</b>
      <span>{inWords(sentence)}</span>
    </>
  );
  return (
    <li className="problem" data-severity={severity}>
      {node === undefined ? (
        <div className="problem-words">{words}</div>
      ) : (
        <button type="button" className="problem-words" onClick={() => desk.getState().open(node, field)}>
          {words}
        </button>
      )}
      {fix && !isFixed && (
        <Button size="compact-xs" variant="light" onClick={mend}>
          {inWords(fix.sentence)}
        </Button>
      )}
    </li>
  );
}

function AllGood({ publish }: { readonly publish: () => void }) {
  const t = useTexts(problemTexts);
  const desk = useDeskStore();
  return (
    <Stack align="center" ta="center" gap="xs" py="xl">
      <IconCircleCheck aria-hidden size={40} className="good" />
      <Text fw={650}>{t('allGood')}</Text>
      <Text size="sm" c="dimmed">
        {t('allGoodWhy')}
      </Text>
      <Group>
        <Button size="xs" variant="light" onClick={() => desk.getState().showPanel('rehearsal')}>
          {t('tryIt')}
        </Button>
        <Button size="xs" onClick={publish}>
          {t('publish')}
        </Button>
      </Group>
    </Stack>
  );
}
