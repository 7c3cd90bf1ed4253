import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCloudQuestion, IconDeviceFloppy, IconRefresh } from '@tabler/icons-react';
import { useDesk } from '../desk/DeskContext.tsx';
import { IconButton } from './IconButton.tsx';
import type { RehearsalState } from './rehearsal-state.ts';
import type { Reader } from './say.ts';
import type { Act } from './use-rehearsal.ts';

interface DeedsProps {
  readonly state: RehearsalState;
  readonly act: Act;
  readonly reader: Reader;
  save(): void;
}

/** What can be done with the whole chat. */
export function Deeds({ state, act, reader, save }: DeedsProps) {
  const { t } = reader;
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const isEmpty = state.lines.length === 0;
  return (
    <div className="rehearsal-deeds">
      <Outside state={state} act={act} reader={reader} />
      <IconButton
        label={t('back')}
        icon={IconArrowBackUp}
        onClick={() => act({ type: 'back' })}
        isDisabled={isEmpty}
      />
      <IconButton
        label={t('restart')}
        icon={IconRefresh}
        onClick={() => act({ type: 'restart' })}
        isDisabled={isEmpty}
      />
      {!isReadOnly && (
        <IconButton
          label={t('saveTest')}
          icon={IconDeviceFloppy}
          onClick={save}
          isDisabled={isEmpty || !state.answer}
        />
      )}
    </div>
  );
}

function Outside({ state: { outside }, act, reader: { t } }: Omit<DeedsProps, 'save'>) {
  const choose = (next: RehearsalState['outside']) => () => act({ type: 'outside', outside: next });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('outside')} title={t('outside')}>
          <IconCloudQuestion size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('outside')}</Menu.Label>
        <Menu.Item onClick={choose('samples')} rightSection={outside === 'samples' ? '✓' : ''}>
          {t('outsideSamples')}
        </Menu.Item>
        <Menu.Item onClick={choose('ask')} rightSection={outside === 'ask' ? '✓' : ''}>
          {t('outsideAsk')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
