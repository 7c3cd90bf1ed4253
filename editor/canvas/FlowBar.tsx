import { ActionIcon, Alert, Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { follow } from '../lib/Link.tsx';
import { useWords } from '../lib/language.tsx';
import { StatusBadge } from '../lib/StatusBadge.tsx';
import { isPublishable } from '../lib/status.ts';
import { Trouble } from '../lib/Trouble.tsx';

/** Which state of the flow is shown. */
export type Shown = 'live' | 'draft';

interface FlowBarProps {
  readonly flow: FlowView;
  readonly shown: Shown;
  readonly problems: number;
  /** The line to the server is there. */
  readonly isOpen: boolean;
  show(state: Shown): void;
  showProblems(): void;
  put(flow: FlowView): void;
}

/** The head of a flow's page: its name and state, and what can be done. */
export function FlowBar({ flow, shown, show, put, problems, showProblems, isOpen }: FlowBarProps) {
  const { t } = useWords();
  return (
    <div className="flow-bar">
      <ActionIcon
        component="a"
        href="/"
        onClick={(event) => follow(event, '/')}
        variant="subtle"
        color="gray"
        aria-label={t('back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <h1>{flow.name}</h1>
      <StatusBadge flow={flow} />
      <span className="flow-line" data-open={isOpen || undefined}>
        {t(isOpen ? 'listening' : 'notListening')}
      </span>
      <div className="flow-bar-deeds">
        {flow.live !== undefined && flow.changed && (
          <SegmentedControl
            size="xs"
            aria-label={t('version')}
            value={shown}
            onChange={(value) => show(value === 'live' ? 'live' : 'draft')}
            data={[
              { value: 'live', label: t('showLive') },
              { value: 'draft', label: t('showDraft') },
            ]}
          />
        )}
        {problems > 0 && (
          <Button size="xs" variant="default" onClick={showProblems}>
            {t('problems')}: {problems}
          </Button>
        )}
        <ActionIcon
          component="a"
          href={`/api/v1/flows/${flow.id}/file`}
          download={`${flow.id}.json`}
          variant="default"
          size={30}
          aria-label={t('download')}
          title={t('download')}
        >
          <IconDownload size={16} />
        </ActionIcon>
        <Publish flow={flow} put={put} />
      </div>
    </div>
  );
}

function Publish({ flow, put }: Pick<FlowBarProps, 'flow' | 'put'>) {
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<FlowView | Error>();
  const publish = () => {
    setBusy(true);
    send<FlowView>('POST', `/flows/${flow.id}/publish`, {})
      .then(
        (published) => {
          setOutcome(published);
          put(published);
        },
        (error: Error) => setOutcome(error),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      {isPublishable(flow) && (
        <Button size="xs" loading={isBusy} onClick={publish}>
          {t(flow.live === undefined ? 'publish' : 'publishChanges')}
        </Button>
      )}
      {outcome instanceof Error && <Trouble error={outcome} dismiss={() => setOutcome(undefined)} />}
      {outcome && !(outcome instanceof Error) && (
        <Alert
          p="xs"
          role="status"
          withCloseButton
          closeButtonLabel={t('close')}
          onClose={() => setOutcome(undefined)}
        >
          {t('published', { name: outcome.name, n: outcome.live ?? 1 })}
        </Alert>
      )}
    </>
  );
}
