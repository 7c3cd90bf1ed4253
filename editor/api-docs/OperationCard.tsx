import { ActionIcon, Anchor, Code, CopyButton, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../lib/language.tsx';
import { type Content, curlOf, kindOf, type Operation, type Values } from './description.ts';
import { Field, SchemaTree } from './SchemaTree.tsx';
import { TryIt } from './TryIt.tsx';
import { apiTexts } from './texts.ts';

interface OperationCardProps {
  readonly operation: Operation;
  /** The address that the API answers at. */
  readonly server: string;
  readonly isOpen: boolean;
  toggle(isOpen: boolean): void;
}

/** One thing the API can do: a line, and all about it when it is opened. */
export function OperationCard({ operation, server, isOpen, toggle }: OperationCardProps) {
  const t = useTexts(apiTexts);
  const { method, path, summary, anchor } = operation;
  return (
    <details
      id={anchor}
      className="operation"
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) toggle(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="method" data-method={method}>
          {method.toUpperCase()}
        </span>
        <span className="operation-path">{path}</span>
        <span className="operation-summary">{summary}</span>
      </summary>
      {isOpen && (
        <div className="operation-inside">
          <Text size="sm">
            {operation['x-needs'] !== undefined && (
              <>
                {t('needs')} <Code>{operation['x-needs']}</Code>{' '}
              </>
            )}
            <Anchor href={`#${anchor}`} aria-label={t('link')} title={t('link')}>
              <IconLink size={16} aria-hidden />
            </Anchor>
          </Text>
          <Inside operation={operation} server={server} />
        </div>
      )}
    </details>
  );
}

function Inside({ operation, server }: Pick<OperationCardProps, 'operation' | 'server'>) {
  const t = useTexts(apiTexts);
  const [values, set] = useState<Values>({});
  const { parameters, requestBody, responses, method } = operation;
  return (
    <>
      {parameters.length > 0 && (
        <Part title={t('parameters')}>
          <ul className="plain-list schema">
            {parameters.map(({ name, schema, required, description, in: where }) => (
              <Field
                key={name}
                name={name}
                schema={{
                  ...schema,
                  description: `${t(where === 'path' ? 'inPath' : 'inQuery')}. ${description ?? schema.description ?? ''}`,
                }}
                isRequired={required}
                depth={0}
              />
            ))}
          </ul>
        </Part>
      )}
      {requestBody && (
        <Part title={t('body')}>
          <Body content={requestBody.content} />
        </Part>
      )}
      <Part title={t('answers')}>
        <ul className="plain-list answers">
          {Object.entries(responses).map(([status, { description, content }]) => (
            <Answer key={status} status={status} description={description} content={content} />
          ))}
        </ul>
      </Part>
      <Part title={t('curl')}>
        <Curl line={curlOf(operation, server, values)} />
      </Part>
      {method === 'get' && (
        <Part title={t('tryIt')}>
          <TryIt operation={operation} values={values} set={set} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={4} size="h6" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

interface AnswerProps {
  readonly status: string;
  readonly description: string;
  readonly content: Content | undefined;
}

function Answer({ status, description, content }: AnswerProps) {
  const isGood = status.startsWith('2');
  const head = (
    <>
      <span className="answer-status" data-good={isGood || undefined}>
        {status}
      </span>{' '}
      {description}
    </>
  );
  // What refusals look like is told once, below.
  if (!isGood || !content) return <li>{head}</li>;
  return (
    <li>
      {head}
      <Body content={content} />
    </li>
  );
}

function Body({ content }: { readonly content: Content }) {
  const t = useTexts(apiTexts);
  const [type, { schema, example } = {}] = Object.entries(content)[0] ?? [];
  if (type !== 'application/json' || !schema)
    return (
      <Text size="sm" c="dimmed">
        {t('anyText')}
      </Text>
    );
  return (
    <div className="api-body">
      <div>
        <Text size="xs" c="dimmed">
          {t('fields')} · {kindOf(schema)}
        </Text>
        <SchemaTree schema={schema} />
      </div>
      {example !== undefined && (
        <div>
          <Text size="xs" c="dimmed">
            {t('example')}
          </Text>
          <Code block className="api-code">
            {JSON.stringify(example, null, 2)}
          </Code>
        </div>
      )}
    </div>
  );
}

function Curl({ line }: { readonly line: string }) {
  const t = useTexts(apiTexts);
  return (
    <div className="curl">
      <Code block>{line}</Code>
      <CopyButton value={line}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'copied' : 'copy')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(copied ? 'copied' : 'copy')}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
