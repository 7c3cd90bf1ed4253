import { Button, Code, FileButton, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ImportedRow } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { Dialog } from '../lib/Dialog.tsx';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { checkSentence } from './check-sentence.ts';
import { checkTexts } from './check-texts.ts';
import { importTexts } from './import-texts.ts';

interface ImportDialogProps {
  onConnected(): void;
  onClose(): void;
}

/** Connects many numbers: pasted, looked at row by row, and only then connected. */
export function ImportDialog({ onConnected, onClose }: ImportDialogProps) {
  const t = useTexts(importTexts);
  const [text, setText] = useState('');
  const [rows, setRows] = useState<readonly ImportedRow[]>();
  const deed = useDeed();
  const countOf = (wanted: ImportedRow['is']) => rows?.filter(({ is }) => is === wanted).length ?? 0;
  const ask = async (connect: boolean) => {
    const found = await deed.run(() =>
      send<{ readonly rows: readonly ImportedRow[] }>('POST', '/numbers/import', { text, connect }),
    );
    if (found) setRows(found.rows);
    if (found && connect) {
      setText('');
      onConnected();
    }
  };
  const take = (next: string) => {
    setText(next);
    setRows(undefined);
  };
  const connected = countOf('connected');
  return (
    <Dialog onClose={onClose} size={800} title={t('title')}>
      <Stack gap="sm">
        <Text size="sm">{t('why')}</Text>
        <Code block>{t('columns')}</Code>
        {connected === 0 && (
          <Textarea
            label={t('rows')}
            value={text}
            onChange={(event) => take(event.currentTarget.value)}
            rows={8}
            spellCheck={false}
            data-autofocus
          />
        )}
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        {rows?.length === 0 && <Text role="status">{t('nothing')}</Text>}
        {rows && rows.length > 0 && <Report rows={rows} />}
        {connected > 0 && (
          <Text role="status" fw={650}>
            {t('done', { n: connected })}
          </Text>
        )}
        <Group justify="flex-end">
          {connected === 0 && (
            <>
              <FileButton
                accept=".csv,.tsv,.txt,text/plain,text/csv"
                onChange={(file) => void file?.text().then(take)}
              >
                {(props) => (
                  <Button {...props} variant="default">
                    {t('file')}
                  </Button>
                )}
              </FileButton>
              <Button
                variant="default"
                loading={deed.isBusy}
                disabled={!text.trim()}
                onClick={() => void ask(false)}
              >
                {t('look')}
              </Button>
            </>
          )}
          {countOf('fine') > 0 && (
            <Button loading={deed.isBusy} onClick={() => void ask(true)}>
              {t('connect', { n: countOf('fine') })}
            </Button>
          )}
          {connected > 0 && <Button onClick={onClose}>{t('close')}</Button>}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Report({ rows }: { readonly rows: readonly ImportedRow[] }) {
  const t = useTexts(importTexts);
  const says = useTexts(checkTexts);
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={60}>{t('line')}</Table.Th>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ line, id, name, is, wrong }) => (
          <Table.Tr key={line}>
            <Table.Td>{line}</Table.Td>
            <Table.Td>
              {name} <Code>{id}</Code>
            </Table.Td>
            <Table.Td>
              <Text size="sm" fw={600} className={is === 'wrong' ? 'bad' : 'good'}>
                {t(is)}
              </Text>
              {wrong.map((reason) => (
                <Text key={reason.code} size="sm">
                  {checkSentence(says, { ...reason, step: '', is: 'wrong', ok: false })}
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
