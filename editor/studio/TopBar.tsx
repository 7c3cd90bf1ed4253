import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCircleCheck,
  IconDeviceMobile,
  IconDownload,
  IconHistory,
  IconPlayerPlay,
  IconSearch,
  IconSettings,
  IconWaveSawTool,
} from '@tabler/icons-react';
import { Suspense } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { DeskStore } from '../desk/desk.ts';
import { follow } from '../lib/Link.tsx';
import { useTexts, useWords } from '../lib/language.tsx';
import { useMayListen, useMe } from '../lib/me.ts';
import { StatusBadge } from '../lib/StatusBadge.tsx';
import { FlowName } from './FlowName.tsx';
import { People } from './People.tsx';
import { TestsBadge } from './panels.ts';
import { SaveState } from './SaveState.tsx';
import { studioTexts } from './texts.ts';

interface TopBarProps {
  readonly live: { readonly isOn: boolean; readonly isOpen: boolean; toggle(): void };
  publish(): void;
  find(): void;
  testOnPhone(): void;
}

/** The head of the page: what the flow is called, whether it is saved, and what can be done with it. */
export function TopBar({ live, publish, find, testOnPhone }: TopBarProps) {
  const { t: tw } = useWords();
  const t = useTexts(studioTexts);
  const flow = useDesk((desk) => desk.flow);
  const version = useDesk((desk) => desk.version);
  const desk = useDeskStore();
  const mayEdit = useDesk((open) => open.mayEdit);
  const mayListen = useMayListen();
  return (
    <div className="top-bar">
      <ActionIcon
        component="a"
        href="/"
        onClick={(event) => follow(event, '/')}
        variant="subtle"
        color="gray"
        aria-label={tw('back')}
        title={tw('back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <FlowName />
      <StatusBadge flow={flow} />
      {version ? (
        <Button size="xs" variant="light" onClick={() => desk.getState().show(undefined)}>
          {t('version', { n: version.version })} · {t('backToDraft')}
        </Button>
      ) : (
        <SaveState />
      )}
      <div className="top-bar-deeds">
        <People />
        {mayListen && <LiveToggle {...live} />}
        <Problems />
        <Tool icon={IconSearch} says={t('find')} run={find} />
        <Tooltip label={t('download')}>
          <ActionIcon
            component="a"
            href={`/api/v1/flows/${encodeURIComponent(flow.id)}/file`}
            download={`${flow.id}.json`}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('download')}
          >
            <IconDownload aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <Tool icon={IconHistory} says={t('versions')} run={() => desk.getState().showPanel('versions')} />
        {mayEdit && <Tool icon={IconSettings} says={t('flowSettings')} run={() => openSettings(desk)} />}
        {mayEdit && <Tool icon={IconDeviceMobile} says={t('onYourPhone')} run={testOnPhone} />}
        <TryIt />
        {mayEdit && <Publish publish={publish} />}
      </div>
    </div>
  );
}

function TryIt() {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const { may } = useMe();
  if (!may('flows.rehearse')) return null;
  return (
    <>
      <Suspense>
        <TestsBadge />
      </Suspense>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconPlayerPlay aria-hidden size={16} />}
        onClick={() => desk.getState().showPanel('rehearsal')}
      >
        {t('tryIt')}
      </Button>
    </>
  );
}

/** With nothing selected, the inspector is about the flow itself. */
function openSettings(desk: DeskStore): void {
  desk.getState().choose([]);
  desk.getState().showPanel('node');
}

/** Mistakes stand in the way of publishing, hints do not. */
function Publish({ publish }: Pick<TopBarProps, 'publish'>) {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const errors = useDesk(({ flow }) => flow.errors);
  const isVersion = useDesk(({ version }) => version !== undefined);
  const says = t('publishFirst', { n: errors });
  return (
    <Tooltip label={says} disabled={errors === 0}>
      <Button
        size="xs"
        {...(errors > 0 && { 'data-disabled': true })}
        disabled={isVersion}
        {...(errors > 0 && { 'aria-description': says })}
        onClick={() => (errors > 0 ? desk.getState().showPanel('problems') : publish())}
      >
        {t('publish')}
      </Button>
    </Tooltip>
  );
}

function Problems() {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const errors = useDesk(({ flow }) => flow.errors);
  const warnings = useDesk(({ flow }) => flow.warnings);
  const isOpen = useDesk(({ panel }) => panel === 'problems');
  const found = errors > 0 ? (warnings > 0 ? 'errorsAndHints' : 'onlyErrors') : 'onlyHints';
  const says = errors + warnings > 0 ? t(found, { e: errors, w: warnings }) : t('noProblems');
  return (
    <Button
      size="xs"
      variant="subtle"
      color={errors > 0 ? 'red' : warnings > 0 ? 'orange' : 'gray'}
      aria-label={`${t('problems')}: ${says}`}
      aria-expanded={isOpen}
      leftSection={
        errors + warnings > 0 ? (
          <IconAlertTriangle aria-hidden size={16} />
        ) : (
          <IconCircleCheck aria-hidden size={16} />
        )
      }
      onClick={() => desk.getState().showPanel(isOpen ? undefined : 'problems')}
    >
      {says}
    </Button>
  );
}

function LiveToggle({ isOn, isOpen, toggle }: TopBarProps['live']) {
  const t = useTexts(studioTexts);
  const says = isOn ? t(isOpen ? 'liveOn' : 'notListening') : t('liveOff');
  return (
    <Tooltip label={says}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn && isOpen ? 'sluice' : 'gray'}
        size="lg"
        aria-pressed={isOn}
        aria-label={`${t('live')}: ${says}`}
        data-listening={(isOn && isOpen) || undefined}
        onClick={toggle}
      >
        <IconWaveSawTool aria-hidden size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

interface ToolProps {
  readonly icon: typeof IconSearch;
  readonly says: string;
  run(): void;
}

const Tool = ({ icon: Icon, says, run }: ToolProps) => (
  <Tooltip label={says}>
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={says} onClick={run}>
      <Icon aria-hidden size={18} />
    </ActionIcon>
  </Tooltip>
);
