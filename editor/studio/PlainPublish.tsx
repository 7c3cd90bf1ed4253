import { Alert, Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { useDeskStore } from '../desk/DeskContext.tsx';
import { flush } from '../desk/use-autosave.ts';
import { send } from '../lib/api.ts';
import { useWords } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';

/** Publishes the draft, without asking more. */
export function PlainPublish({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const desk = useDeskStore();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<FlowView | Error>();
  const publish = async () => {
    setBusy(true);
    await flush(desk);
    const { flow, answered } = desk.getState();
    try {
      const published = await send<FlowView>('POST', `/flows/${encodeURIComponent(flow.id)}/publish`, {});
      answered(published);
      setOutcome(published);
    } catch (error) {
      setOutcome(error instanceof Error ? error : new Error(String(error)));
    }
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publish')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {outcome instanceof Error && <Trouble error={outcome} />}
      {outcome && !(outcome instanceof Error) && (
        <Alert role="status">{t('published', { name: outcome.name, n: outcome.live ?? 1 })}</Alert>
      )}
      {!outcome && (
        <Group justify="flex-end">
          <Button data-autofocus loading={isBusy} onClick={() => void publish()}>
            {t('publish')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}
