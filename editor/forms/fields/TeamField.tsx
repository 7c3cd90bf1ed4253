import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { send } from '../../lib/api.ts';
import { useTexts } from '../../lib/language.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { newId } from '../model/new-id.ts';
import { ThingSelect } from '../parts/ThingSelect.tsx';
import { thingTexts } from '../texts/thing-texts.ts';
import { type Thing, useThings } from '../use-things.ts';

/** A team; one that is missing is made here. */
export function TeamField(props: FieldProps) {
  const { schema, path, isRequired } = props;
  const { set, isReadOnly } = useForm();
  const teams = useThings('team');
  return (
    <FieldFrame schema={schema} path={path} isRequired={isRequired}>
      <ThingSelect {...props} things={teams} />
      {!isReadOnly && teams.data && (
        <NewTeam
          others={teams.data}
          made={(team) => {
            teams.put([...(teams.data ?? []), team]);
            set(path, team.id, 'deed');
          }}
        />
      )}
    </FieldFrame>
  );
}

function NewTeam({ others, made }: { readonly others: readonly Thing[]; made(team: Thing): void }) {
  const t = useTexts(thingTexts);
  const [name, setName] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  if (name === undefined)
    return (
      <Button
        mt={4}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setName('')}
      >
        {t('newTeam')}
      </Button>
    );
  const make = () => {
    const ids = others.map(({ id }) => id);
    send<Thing>('PUT', `/teams/${newId(name, ids, 'team')}`, { name: name.trim() }).then(
      (team) => {
        setName(undefined);
        setTrouble(undefined);
        made(team);
      },
      (error: Error) => setTrouble(error.message),
    );
  };
  return (
    <Group gap={6} mt={6} wrap="nowrap">
      <TextInput
        size="xs"
        flex={1}
        value={name}
        aria-label={t('teamName')}
        placeholder={t('teamName')}
        error={trouble}
        autoFocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && name.trim() !== '') make();
          if (key === 'Escape') setName(undefined);
        }}
      />
      <Button size="xs" disabled={name.trim() === ''} onClick={make}>
        {t('make')}
      </Button>
    </Group>
  );
}
