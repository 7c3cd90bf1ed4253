import { Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Json } from '../../nodes/contract/json.ts';
import type { TestContact } from './chat-text.ts';
import type { Reader } from './say.ts';

interface ContactFormProps {
  readonly contact: TestContact;
  readonly reader: Reader;
  apply(contact: TestContact): void;
}

/** Who writes in a rehearsal; the chat is played again as that person. */
export function ContactForm({ contact, reader: { t }, apply }: ContactFormProps) {
  const [draft, setDraft] = useState(contact);
  const [tags, setTags] = useState(contact.tags.join(', '));
  const [fields, setFields] = useState(linesOf(contact.fields));
  const text = (name: 'name' | 'phone' | 'language') => ({
    label: t(name),
    size: 'xs' as const,
    value: draft[name],
    onChange: (event: FormEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply({
          ...draft,
          phone: draft.phone.replace(/\D/g, ''),
          tags: listOf(tags),
          fields: fieldsOf(fields),
        });
      }}
    >
      <Stack gap="xs">
        <TextInput {...text('name')} data-autofocus />
        <TextInput {...text('phone')} inputMode="tel" />
        <TextInput {...text('language')} placeholder="th" />
        <TextInput
          label={t('tags')}
          description={t('tagsHint')}
          size="xs"
          value={tags}
          onChange={(event) => setTags(event.currentTarget.value)}
        />
        <Textarea
          label={t('fields')}
          description={t('fieldsHint')}
          size="xs"
          autosize
          maxRows={5}
          value={fields}
          onChange={(event) => setFields(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t('optedOut')}
          checked={draft.optedOut}
          onChange={(event) => setDraft({ ...draft, optedOut: event.currentTarget.checked })}
        />
        <Button type="submit" size="xs">
          {t('apply')}
        </Button>
      </Stack>
    </form>
  );
}

const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

const linesOf = (fields: TestContact['fields']): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');

/** A number stays a number, so that conditions compare it as one. */
const fieldsOf = (text: string): TestContact['fields'] =>
  Object.fromEntries(
    text.split('\n').flatMap((line): readonly (readonly [string, Json])[] => {
      const [, name, value = ''] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined) return [];
      return [[name, /^-?\d+(\.\d+)?$/.test(value) && !/^0\d/.test(value) ? Number(value) : value]];
    }),
  );
