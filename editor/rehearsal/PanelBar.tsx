import { Button, Menu, NativeSelect, Popover } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCloudQuestion,
  IconDeviceFloppy,
  IconRefresh,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { ClockMenu } from './ClockMenu.tsx';
import { ContactForm } from './ContactForm.tsx';
import { IconButton } from './IconButton.tsx';
import type { RehearsalState } from './rehearsal-state.ts';
import { SaveTest } from './SaveTest.tsx';
import type { Reader } from './say.ts';
import type { Ground } from './use-ground.ts';
import type { Act } from './use-rehearsal.ts';
import type { TestDeeds } from './use-tests.ts';

interface PanelBarProps {
  readonly state: RehearsalState;
  readonly act: Act;
  readonly ground: Ground;
  readonly deeds: TestDeeds;
  readonly reader: Reader;
  /** A test has been saved. */
  saved(): void;
}

/** Who, where and when; and what can be done with the whole chat. */
export function PanelBar({ state, act, ground, deeds, reader, saved }: PanelBarProps) {
  const { t } = reader;
  const [isSaving, setSaving] = useState(false);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const isEmpty = state.lines.length === 0;
  return (
    <div className="rehearsal-bar">
      <div className="rehearsal-row">
        <Who state={state} act={act} reader={reader} />
        <ClockMenu state={state} act={act} reader={reader} />
        <span className="rehearsal-gap" />
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
            onClick={() => setSaving(true)}
            isDisabled={isEmpty || !state.answer}
          />
        )}
      </div>
      {ground.numbers.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('number')}
          value={state.number ?? ground.numbers[0]?.id ?? ''}
          onChange={(event) => act({ type: 'number', number: event.currentTarget.value })}
          data={ground.numbers.map(({ id, name, display }) => ({ value: id, label: `${name} · ${display}` }))}
        />
      )}
      {isSaving && (
        <SaveTest state={state} deeds={deeds} reader={reader} close={() => setSaving(false)} saved={saved} />
      )}
    </div>
  );
}

type PartProps = Pick<PanelBarProps, 'state' | 'act' | 'reader'>;

function Who({ state: { contact }, act, reader }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUser size={14} aria-hidden />}
          aria-label={`${reader.t('who')}: ${contact.name || contact.phone}`}
          onClick={() => setOpen(!isOpen)}
          className="rehearsal-who"
        >
          {contact.name || contact.phone}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ContactForm
          contact={contact}
          reader={reader}
          apply={(next) => {
            act({ type: 'contact', contact: next });
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Outside({ state: { outside }, act, reader: { t } }: PartProps) {
  const choose = (next: RehearsalState['outside']) => () => act({ type: 'outside', outside: next });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <span>
          <IconButton label={t('outside')} icon={IconCloudQuestion} onClick={() => undefined} />
        </span>
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
