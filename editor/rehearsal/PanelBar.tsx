import { Button, NativeSelect, Popover } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { ClockMenu } from './ClockMenu.tsx';
import { ContactForm } from './ContactForm.tsx';
import type { RehearsalState } from './rehearsal-state.ts';
import type { Reader } from './say.ts';
import type { Ground } from './use-ground.ts';
import type { Act } from './use-rehearsal.ts';

interface PanelBarProps {
  readonly state: RehearsalState;
  readonly act: Act;
  readonly ground: Ground;
  readonly reader: Reader;
}

/** Who writes, when, and on which number. */
export function PanelBar({ state, act, ground, reader }: PanelBarProps) {
  return (
    <div className="rehearsal-bar">
      <div className="rehearsal-row">
        <Who state={state} act={act} reader={reader} />
        <ClockMenu state={state} act={act} reader={reader} />
      </div>
      {ground.numbers.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={reader.t('number')}
          value={state.number ?? ground.numbers[0]?.id ?? ''}
          onChange={(event) => act({ type: 'number', number: event.currentTarget.value })}
          data={ground.numbers.map(({ id, name, display }) => ({ value: id, label: `${name} · ${display}` }))}
        />
      )}
    </div>
  );
}

function Who({ state: { contact }, act, reader }: Omit<PanelBarProps, 'ground'>) {
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
