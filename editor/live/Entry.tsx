import { Button, Group, Paper, Text } from '@mantine/core';
import { IconChevronRight, IconFlagCheck, IconInfoCircle } from '@tabler/icons-react';
import type { JournalEntry } from '../../server/api/contract.ts';
import { Link } from '../lib/Link.tsx';
import { useWords } from '../lib/language.tsx';
import { NodeIcon } from '../lib/NodeIcon.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { type Step, storyOf } from './sentences.ts';
import type { Names } from './use-names.ts';

interface EntryProps {
  readonly entry: JournalEntry;
  readonly names: Names;
  /** Shows only one conversation. */
  choose?(conversation: string): void;
}

/** One thing that happened, told from beginning to end. */
export function Entry({ entry, names, choose }: EntryProps) {
  const { t, locale } = useWords();
  const story = storyOf(entry, names.contact(entry.contact), t, useNodeWords().retell);
  return (
    <Paper component="li" withBorder p="sm" className="entry">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Text>
          <strong>{story.headline}</strong>
          {story.quote !== undefined && <q className="entry-quote">{story.quote}</q>}
        </Text>
        <time className="entry-time" dateTime={new Date(entry.at).toISOString()}>
          {new Date(entry.at).toLocaleTimeString(locale)}
        </time>
      </Group>
      {story.because !== undefined && (
        <p className="entry-line">
          <IconInfoCircle aria-label={t('why')} size={16} />
          <span>{story.because}</span>
        </p>
      )}
      {story.way.length > 0 && <Way way={story.way} names={names} />}
      {story.sent.length > 0 && (
        <ul className="entry-sent" aria-label={t('weSent')}>
          {story.sent.map((words, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was sent never changes its order
            <li key={n}>{words}</li>
          ))}
        </ul>
      )}
      {story.notes.map(({ text, isBad }) => (
        <p key={text} className={isBad ? 'entry-line bad' : 'entry-line'}>
          <IconFlagCheck aria-hidden size={16} />
          <span>{text}</span>
        </p>
      ))}
      {choose && (
        <Button variant="subtle" size="compact-xs" onClick={() => choose(entry.conversation)}>
          {t('onlyThis')}
        </Button>
      )}
    </Paper>
  );
}

/** The boxes that were passed, in order, with the flow they belong to. */
function Way({ way, names }: { readonly way: readonly Step[]; readonly names: Names }) {
  const { t } = useWords();
  return (
    <ol className="way" aria-label={t('way')}>
      {way.map(({ flow, node }, n) => {
        const { title, type } = names.node(flow, node);
        const isOther = flow.id !== way[n - 1]?.flow.id;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass a box twice, and never changes
          <li key={n}>
            {n > 0 && <IconChevronRight aria-hidden size={14} />}
            {isOther && (
              <Link to={`/flows/${flow.id}`} fw={600} size="sm">
                {names.flow(flow)}:
              </Link>
            )}
            <NodeIcon type={type} size={15} />
            {title}
          </li>
        );
      })}
    </ol>
  );
}
