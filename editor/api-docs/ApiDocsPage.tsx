import { Anchor, Center, Code, Container, Loader, Table, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts, useWords } from '../lib/language.tsx';
import { useShortcut } from '../lib/shortcuts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import './api-docs.css';
import { type Description, groupsOf, type OperationGroup, type ProblemKind } from './description.ts';
import { OperationCard } from './OperationCard.tsx';
import { apiTexts } from './texts.ts';
import { useDescription } from './use-description.ts';

const PROBLEMS = 'problems';

/** What the API can do, from its own description: no part of it comes from elsewhere. */
export function ApiDocsPage() {
  const { t: words } = useWords();
  const { data, error, reload } = useDescription();
  return (
    <Container size="xl" py="lg" w="100%">
      {error && <Trouble error={error} retry={reload} />}
      {!data && !error && (
        <Center h={200}>
          <Loader role="status" aria-label={words('loading')} />
        </Center>
      )}
      {data && <Everything description={data} />}
    </Container>
  );
}

function Everything({ description }: { readonly description: Description }) {
  const t = useTexts(apiTexts);
  const [text, setText] = useState('');
  const groups = useMemo(() => groupsOf(description, text), [description, text]);
  const opened = useOpened();
  const server = description.servers[0]?.url ?? '';
  return (
    <div className="api">
      <aside className="api-side">
        <Search text={text} setText={setText} />
        <Contents groups={groups} />
      </aside>
      <div className="api-main">
        <Title order={1} size="h2">
          {t('title')}{' '}
          <span className="api-version">{t('version', { version: description.info.version })}</span>
        </Title>
        <Text c="dimmed">{t('why')}</Text>
        <Text size="sm" mb="md">
          <Code>{server}</Code> · <Anchor href="/api/openapi.json">{t('asFile')}</Anchor>
        </Text>
        {groups.length === 0 && <Text py="xl">{t('nothing')}</Text>}
        {groups.map(({ name, description: says, operations }) => (
          <section key={name} id={name} className="api-group">
            <Title order={2} size="h4">
              {name}
            </Title>
            {says && (
              <Text size="sm" c="dimmed" mb="xs">
                {says}
              </Text>
            )}
            {operations.map((operation) => (
              <OperationCard
                key={operation.anchor}
                operation={operation}
                server={server}
                isOpen={opened.has(operation.anchor)}
                toggle={(isOpen) => opened.set(operation.anchor, isOpen)}
              />
            ))}
          </section>
        ))}
        {text === '' && <Problems problems={description['x-problems'] ?? []} />}
      </div>
    </div>
  );
}

/** Which operations are open: those that were opened, and the one that the address names. */
function useOpened() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const set = (anchor: string, isOpen: boolean) =>
    setOpen(
      (before) => new Set([...before].filter((other) => other !== anchor).concat(isOpen ? anchor : [])),
    );
  useEffect(() => {
    const show = () => {
      const anchor = decodeURIComponent(location.hash.slice(1));
      if (anchor === '') return;
      setOpen((before) => new Set([...before, anchor]));
      requestAnimationFrame(() => document.getElementById(anchor)?.scrollIntoView());
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
  return { has: (anchor: string) => open.has(anchor), set };
}

function Search({ text, setText }: { readonly text: string; setText(text: string): void }) {
  const t = useTexts(apiTexts);
  const field = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', says: t('search'), group: t('title'), run: () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden />}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function Contents({ groups }: { readonly groups: readonly OperationGroup[] }) {
  const t = useTexts(apiTexts);
  return (
    <nav aria-label={t('groups')} className="api-contents">
      {groups.map(({ name, operations }) => (
        <div key={name}>
          <Anchor href={`#${name}`} fw={650} c="inherit">
            {name}
          </Anchor>
          <ul className="plain-list">
            {operations.map(({ anchor, method, path }) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>
                  <span className="method" data-method={method}>
                    {method.toUpperCase()}
                  </span>{' '}
                  {path}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Anchor href={`#${PROBLEMS}`} fw={650} c="inherit">
        {t('problems')}
      </Anchor>
    </nav>
  );
}

function Problems({ problems }: { readonly problems: readonly ProblemKind[] }) {
  const t = useTexts(apiTexts);
  if (problems.length === 0) return null;
  return (
    <section id={PROBLEMS} className="api-group">
      <Title order={2} size="h4">
        {t('problems')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('problemsWhy')}
      </Text>
      <Table striped="even" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('status')}</Table.Th>
            <Table.Th>{t('code')}</Table.Th>
            <Table.Th>{t('meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ code, status, title, detail }) => (
            <Table.Tr key={code}>
              <Table.Td>{status}</Table.Td>
              <Table.Td>
                <Code>{code}</Code>
              </Table.Td>
              <Table.Td>
                <b>{title}.</b> {detail}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
