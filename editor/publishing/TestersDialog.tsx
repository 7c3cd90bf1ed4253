import { Alert, Anchor, Button, Group, Loader, Modal, Stack, TagsInput, Text, Tooltip } from '@mantine/core';
import { IconBrandWhatsapp, IconDeviceMobileMessage } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberView, TrialNumber, TrialView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useWhyNot } from '../lib/me.ts';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { publishingTexts } from './texts.ts';
import './publishing.css';

export interface TestersDialogProps {
  readonly opened: boolean;
  onClose(): void;
  /** The id of the flow that is to be tried out. */
  readonly flow: string;
}

/** Which phones get the drafts, on which numbers, and how to begin. */
export function TestersDialog({ opened, onClose, flow }: TestersDialogProps) {
  const t = useTexts(publishingTexts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={
        <Text component="span" fw={650} size="lg">
          {t('testers')}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {opened && <Content flow={flow} />}
    </Modal>
  );
}

const GETS = { draft: 'getsDraft', live: 'getsLive', nothing: 'getsNothing' } as const;

function Content({ flow }: { readonly flow: string }) {
  const t = useTexts(publishingTexts);
  const trial = useResource<TrialView>(`/flows/${encodeURIComponent(flow)}/trial`);
  if (trial.error && !trial.data) return <Trouble error={trial.error} retry={trial.reload} />;
  if (!trial.data) return <Loader role="status" aria-label={t('testers')} />;
  const { gets, numbers } = trial.data;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('testersWhy')}</Text>
      <Alert p="xs" role="status" color={gets === 'draft' ? 'teal' : 'orange'}>
        {t(GETS[gets])}
      </Alert>
      {numbers.length === 0 && <Text size="sm">{t('noNumbers')}</Text>}
      <div>
        {numbers.map((number) => (
          <NumberTesters key={number.id} number={number} />
        ))}
      </div>
    </Stack>
  );
}

function NumberTesters({ number }: { readonly number: TrialNumber }) {
  const t = useTexts(publishingTexts);
  const whyNot = useWhyNot('settings.edit');
  const [kept, setKept] = useState(number.testers);
  const [phones, setPhones] = useState<string[]>(() => number.testers.map(shown));
  const [outcome, setOutcome] = useState<'saving' | 'saved' | Error>();
  const isChanged = phones.join() !== kept.map(shown).join();
  const save = () => {
    setOutcome('saving');
    send<NumberView>('PUT', `/numbers/${encodeURIComponent(number.id)}`, { testers: phones }).then(
      ({ testers = [] }) => {
        setKept(testers);
        setPhones(testers.map(shown));
        setOutcome('saved');
      },
      (error: Error) => setOutcome(error),
    );
  };
  return (
    <Stack gap="xs" className="testers-number">
      <div>
        <Text fw={600}>
          {number.name} · {number.display}
        </Text>
        {!number.answers && (
          <Text size="sm" className="bad">
            {t('notHere')}
          </Text>
        )}
      </div>
      <TagsInput
        label={t('phones')}
        description={t('phonesHint')}
        placeholder={phones.length === 0 ? t('addPhone') : ''}
        value={phones}
        onChange={(next) => {
          setPhones(next);
          setOutcome(undefined);
        }}
        maxTags={50}
        acceptValueOnBlur
        splitChars={[',', ';']}
        inputMode="tel"
        readOnly={whyNot !== undefined}
      />
      {outcome instanceof Error && <Trouble error={outcome} dismiss={() => setOutcome(undefined)} />}
      {outcome === 'saved' && (
        <Text size="sm" className="good" role="status">
          {t('saved', { number: number.display })}
        </Text>
      )}
      <Group justify="space-between">
        <WayIn number={number} />
        <Tooltip label={whyNot} disabled={whyNot === undefined}>
          <Button
            size="xs"
            disabled={!isChanged || whyNot !== undefined}
            loading={outcome === 'saving'}
            onClick={save}
          >
            {t('save')}
          </Button>
        </Tooltip>
      </Group>
    </Stack>
  );
}

/** How to write to the number. */
function WayIn({ number: { display, virtual } }: { readonly number: TrialNumber }) {
  const t = useTexts(publishingTexts);
  return virtual ? (
    <Anchor size="sm" href="/simulator" target="sluice-phone" className="testers-way">
      <IconDeviceMobileMessage size={16} aria-hidden /> {t('openPhone')}
    </Anchor>
  ) : (
    <Anchor
      size="sm"
      href={`https://wa.me/${display.replace(/\D/g, '')}`}
      target="_blank"
      rel="noreferrer"
      className="testers-way"
    >
      <IconBrandWhatsapp size={16} aria-hidden /> {t('openWhatsapp')}
    </Anchor>
  );
}

const shown = (digits: string): string => `+${digits}`;
