import { Button, Group, TextInput, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowTestView, TestOutcome } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import type { Reader } from './say.ts';
import { shortDiff } from './short-diff.ts';
import type { TestDeeds } from './use-tests.ts';

interface TestRowProps {
  readonly test: FlowTestView;
  readonly outcome?: TestOutcome | undefined;
  readonly deeds: TestDeeds;
  readonly reader: Reader;
  play(): void;
}

/** A test: green or red; opened, it shows line by line how it went. */
export function TestRow({ test, outcome, deeds, reader, play }: TestRowProps) {
  const { t } = reader;
  const [isOpen, setOpen] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const [error, setError] = useState<Error>();
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const tried = (deed: Promise<void>) => void deed.then(() => setError(undefined), setError);
  const says = outcome ? t(outcome.holds ? 'holds' : 'differs') : t('notRun');
  return (
    <li className="rtest">
      <UnstyledButton className="rtest-title" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Light outcome={outcome} says={says} />
        <span>{test.name}</span>
        <small>{says}</small>
      </UnstyledButton>
      {error && <Trouble error={error} dismiss={() => setError(undefined)} />}
      {isOpen && (
        <div className="rtest-body">
          {outcome && !outcome.holds && <Diff outcome={outcome} reader={reader} />}
          {isNaming && (
            <Naming
              name={test.name}
              reader={reader}
              close={() => setNaming(false)}
              save={(name) => tried(deeds.change(test.id, { name }).then(() => setNaming(false)))}
            />
          )}
          <Group gap={6} mt={6}>
            <Button size="compact-xs" variant="light" onClick={play}>
              {t('play')}
            </Button>
            {outcome && !outcome.holds && !isReadOnly && outcome.problems.length === 0 && (
              <Button
                size="compact-xs"
                variant="light"
                color="orange"
                onClick={() => tried(deeds.change(test.id, { chat: outcome.chat }))}
              >
                {t('accept')}
              </Button>
            )}
            {!isReadOnly && (
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => setNaming(!isNaming)}>
                  {t('rename')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => {
                    if (confirm(t('removeSure', { name: test.name }))) tried(deeds.remove(test.id));
                  }}
                >
                  {t('remove')}
                </Button>
              </>
            )}
          </Group>
        </div>
      )}
    </li>
  );
}

function Light({ outcome, says }: { readonly outcome: TestOutcome | undefined; readonly says: string }) {
  if (!outcome) return <IconCircleDashed size={18} aria-label={says} />;
  return outcome.holds ? (
    <IconCircleCheck size={18} className="good" aria-label={says} />
  ) : (
    <IconCircleX size={18} className="bad" aria-label={says} />
  );
}

function Diff({ outcome, reader: { t } }: { readonly outcome: TestOutcome; readonly reader: Reader }) {
  return (
    <>
      <p className="rdiff-legend">
        <span data-mark="-">− {t('minus')}</span> <span data-mark="+">+ {t('plus')}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre className="rdiff" tabIndex={0}>
        {shortDiff(outcome.diff).map(({ mark, line }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what its place is
          <span key={i} data-mark={mark}>
            {mark === ' ' ? ' ' : mark === '-' ? '−' : '+'} {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </>
  );
}

interface NamingProps {
  readonly name: string;
  readonly reader: Reader;
  save(name: string): void;
  close(): void;
}

function Naming({ name: before, save, close, reader: { t } }: NamingProps) {
  const [name, setName] = useState(before);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save(name.trim());
      }}
    >
      <Group gap={6} align="end">
        <TextInput
          size="xs"
          autoFocus
          label={t('testName')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit">
          {t('save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
