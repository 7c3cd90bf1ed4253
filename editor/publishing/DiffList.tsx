import { Anchor, Badge, Button, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Comparison, NodeTypeView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { type DiffDetail, type DiffLine, diffLines } from './diff-words.ts';
import { namesOf } from './names.ts';
import { publishingTexts } from './texts.ts';
import './publishing.css';

interface DiffListProps {
  readonly comparison: Comparison;
  readonly types: ReadonlyMap<string, NodeTypeView>;
  /** So many are shown at first. */
  readonly first?: number;
  /** What is said when there is no difference. */
  readonly empty: string;
  /** Leads to a node; without it, nothing can be clicked. */
  readonly onOpen?: ((node: string) => void) | undefined;
}

const COLOURS = { added: 'teal', removed: 'red', changed: 'orange', moved: 'gray' } as const;

/** What lies between two states of a flow, in words. */
export function DiffList({ comparison, types, first = 8, empty, onOpen }: DiffListProps) {
  const t = useTexts(publishingTexts);
  const words = useNodeWords();
  const [isWhole, setWhole] = useState(false);
  const lines = useMemo(
    () => diffLines(comparison.diff, namesOf([comparison.to, comparison.from], types, words), t),
    [comparison, types, words, t],
  );
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  const shown = isWhole || lines.length <= first + 1 ? lines : lines.slice(0, first);
  return (
    <>
      <ul className="diff-list">
        {shown.map((line) => (
          <Line key={`${line.is} ${line.node ?? line.title}`} line={line} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {t('showAll', { n: lines.length })}
        </Button>
      )}
    </>
  );
}

function Line({ line, onOpen }: { readonly line: DiffLine } & Pick<DiffListProps, 'onOpen'>) {
  const t = useTexts(publishingTexts);
  const { is, node, title, kind, details } = line;
  return (
    <li className="diff-line" data-is={is}>
      <Badge className="diff-badge" size="sm" variant="light" color={COLOURS[is]}>
        {t(is)}
      </Badge>
      <div className="diff-words">
        {node !== undefined && onOpen ? (
          <Anchor component="button" type="button" size="sm" fw={600} onClick={() => onOpen(node)}>
            {title}
          </Anchor>
        ) : (
          <Text size="sm" fw={600} component="span">
            {title}
          </Text>
        )}
        {kind !== undefined && (
          <Text size="xs" c="dimmed" component="span">
            {kind}
          </Text>
        )}
        {details.map((detail) => (
          <Detail key={detail.says} detail={detail} />
        ))}
      </div>
    </li>
  );
}

function Detail({ detail: { says, before, after } }: { readonly detail: DiffDetail }) {
  const t = useTexts(publishingTexts);
  return (
    <div className="diff-detail">
      <span>{says}</span>
      {before !== undefined && after !== undefined && (
        <span className="diff-values">
          <VisuallyHidden>{t('before')}: </VisuallyHidden>
          <del>{before}</del>
          <span aria-hidden> → </span>
          <VisuallyHidden>, {t('after')}: </VisuallyHidden>
          <ins>{after}</ins>
        </span>
      )}
    </div>
  );
}
