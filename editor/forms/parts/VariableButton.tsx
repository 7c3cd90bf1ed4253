import { Button, Popover } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { variableTexts } from '../texts/variable-texts.ts';
import { VariableList } from './VariableList.tsx';

/** Opens the list of the variables that can exist here, and puts the chosen one into the text. */
export function VariableButton({ insert }: { insert(path: string): void }) {
  const t = useTexts(variableTexts);
  const { around } = useForm();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={320}
      position="bottom-end"
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Button
          className="variable-button"
          size="compact-xs"
          variant="subtle"
          leftSection={<IconBraces size={15} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('variable')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <VariableList
          variables={around.variables}
          choose={(path) => {
            setOpen(false);
            insert(path);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
