import { Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import type { ExampleView } from '../../server/api/contract.ts';
import { useTexts, useWords } from '../lib/language.tsx';
import { beginTexts } from './begin-texts.ts';
import { MiniMap } from './MiniMap.tsx';

interface ExampleCardProps {
  readonly example: ExampleView;
  /** The names of the examples that come along. */
  readonly brings: readonly string[];
  /** The example that is being made a draft of. */
  readonly busy: string | undefined;
  use(example: ExampleView): void;
}

/** An example: how it looks, what it does, and one click to have it. */
export function ExampleCard({ example, brings, busy, use }: ExampleCardProps) {
  const t = useTexts(beginTexts);
  const { name, description, languages, nodes, chats, map } = example;
  return (
    <li className="example">
      <MiniMap map={map} label={t('mapOf', { name })} />
      <Text fw={650} mt="xs">
        {name}
      </Text>
      <Text size="sm" c="dimmed" className="example-what">
        {description}
      </Text>
      <Group gap={6}>
        {languages.map((code) => (
          <Language key={code} code={code} />
        ))}
        <Text size="xs" c="dimmed">
          {t('boxes', { n: nodes })}
        </Text>
        {chats > 0 && (
          <Tooltip label={t('testsWhy')} multiline maw={280}>
            <Text size="xs" c="dimmed">
              · {t('tests', { n: chats })}
            </Text>
          </Tooltip>
        )}
      </Group>
      {brings.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('brings', { names: brings.join(', ') })}
        </Text>
      )}
      <Button
        mt="xs"
        variant="light"
        loading={busy === example.id}
        disabled={busy !== undefined && busy !== example.id}
        aria-label={t('useNamed', { name })}
        onClick={() => use(example)}
      >
        {t('useIt')}
      </Button>
    </li>
  );
}

function Language({ code }: { readonly code: string }) {
  const t = useTexts(beginTexts);
  const { locale } = useWords();
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  return (
    <Badge className="badge" size="sm" variant="light" title={t('inLanguage', { language })}>
      {language}
    </Badge>
  );
}
