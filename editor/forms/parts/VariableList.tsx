import { ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { toText } from '../../../nodes/contract/json.ts';
import { useTexts } from '../../lib/language.tsx';
import { variableTexts } from '../texts/variable-texts.ts';
import type { KnownVariable, NodeVariables } from '../variables.ts';

interface VariableListProps {
  readonly variables: NodeVariables | undefined;
  choose(path: string): void;
}

/** The variables that can exist at a node, by where they come from, to be searched and chosen from. */
export function VariableList({ variables, choose }: VariableListProps) {
  const t = useTexts(variableTexts);
  const [wish, setWish] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  const found = (variables?.known ?? []).flatMap((variable) => {
    const parts = variable.parts.filter(({ path }) => path.toLowerCase().includes(wish.trim().toLowerCase()));
    return parts.length === 0 ? [] : [{ ...variable, parts }];
  });
  const groups = (['flow', 'input', 'given'] as const).map((from) => ({
    from,
    members: found.filter((variable) => variable.from === from),
  }));
  const isBare = variables !== undefined && !variables.known.some(({ from }) => from !== 'given');
  return (
    <fieldset
      ref={list}
      className="variable-list"
      aria-label={t('variable')}
      onKeyDown={(event) => walk(event, list.current)}
    >
      <TextInput
        size="xs"
        data-autofocus
        value={wish}
        placeholder={t('search')}
        aria-label={t('search')}
        onChange={({ currentTarget }) => setWish(currentTarget.value)}
      />
      <ScrollArea.Autosize mah={300} mt={6} type="auto">
        {variables === undefined && <Text size="sm">{t('loading')}</Text>}
        {isBare && wish === '' && (
          <Text size="xs" c="dimmed" p={6}>
            {t('noneYet')}
          </Text>
        )}
        {variables !== undefined && found.length === 0 && (
          <Text size="sm" c="dimmed" p={6}>
            {t('nothingFound')}
          </Text>
        )}
        {groups.map(({ from, members }) =>
          members.length === 0 ? null : (
            <section key={from} className="variable-group">
              <h5>{t(from)}</h5>
              {members.map((variable) => (
                <Entry key={variable.name} variable={variable} choose={choose} />
              ))}
            </section>
          ),
        )}
      </ScrollArea.Autosize>
    </fieldset>
  );
}

function Entry({ variable, choose }: { readonly variable: KnownVariable; choose(path: string): void }) {
  const t = useTexts(variableTexts);
  const setBy = variable.setBy.map(({ title }) => title).join(', ');
  return (
    <>
      {setBy !== '' && <p className="variable-origin">{t('setBy', { nodes: setBy })}</p>}
      {variable.parts.map(({ path, example }) => (
        <UnstyledButton key={path} className="variable-entry" onClick={() => choose(path)}>
          <code>{path}</code>
          {example !== undefined && <span>{toText(example).slice(0, 60)}</span>}
        </UnstyledButton>
      ))}
    </>
  );
}

/** The arrow keys go up and down the list. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: readonly Element[] = [...(list?.querySelectorAll('input, button') ?? [])];
  const at = document.activeElement ? stops.indexOf(document.activeElement) : -1;
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
