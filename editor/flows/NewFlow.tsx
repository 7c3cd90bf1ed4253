import { Button, Divider, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { beginTexts } from './begin-texts.ts';
import { Gallery } from './Gallery.tsx';

interface NewFlowProps {
  readonly here: ReadonlySet<string>;
  close(): void;
}

/** A new flow: from nothing, or from an example. */
export function NewFlow({ here, close }: NewFlowProps) {
  const t = useTexts(beginTexts);
  return (
    <Modal
      opened
      onClose={close}
      size={1080}
      title={t('newTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="lg">
        <Blank isFirst />
        <Divider />
        <div>
          <Title order={2} size="h5">
            {t('orExample')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('exampleWhy')}
          </Text>
          <Gallery here={here} />
        </div>
      </Stack>
    </Modal>
  );
}

/** A name is enough to begin. */
export function Blank({ isFirst = false }: { readonly isFirst?: boolean }) {
  const t = useTexts(beginTexts);
  const [name, setName] = useState('');
  const [state, setState] = useState<{ readonly isBusy?: boolean; readonly error?: Error }>({});
  const isNamed = name.trim() !== '';
  const create = () => {
    if (!isNamed) return;
    setState({ isBusy: true });
    send<FlowView>('POST', '/flows', { name: name.trim() }).then(
      ({ id }) => go(`/flows/${encodeURIComponent(id)}`),
      (error: Error) => setState({ error }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <Title order={2} size="h5" mb="xs">
        {t('blank')}
      </Title>
      <div className="blank">
        <TextInput
          aria-label={t('blankName')}
          placeholder={`${t('blankName')} ${t('blankSample')}`}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          {...(isFirst && { 'data-autofocus': true })}
        />
        <Button
          type="submit"
          loading={state.isBusy ?? false}
          disabled={!isNamed}
          leftSection={<IconFilePlus size={18} aria-hidden />}
        >
          {t('create')}
        </Button>
      </div>
      {state.error && <Trouble error={state.error} />}
    </form>
  );
}
