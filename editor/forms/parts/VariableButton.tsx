import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { variableTexts } from '../texts/variable-texts.ts';
import { VariableList } from './VariableList.tsx';

interface VariableButtonProps {
  /** There is room for its picture only. */
  readonly isNarrow: boolean;
  insert(path: string): void;
}

/** Opens the list of the variables that can exist here, and puts the chosen one into the text. */
export function VariableButton({ isNarrow, insert }: VariableButtonProps) {
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
        {isNarrow ? (
          <ActionIcon
            className="variable-button"
            size="sm"
            variant="subtle"
            aria-label={t('insert')}
            title={t('insert')}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBraces size={15} />
          </ActionIcon>
        ) : (
          <Button
            className="variable-button"
            size="compact-xs"
            variant="subtle"
            title={t('insert')}
            leftSection={<IconBraces size={15} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          >
            {t('variable')}
          </Button>
        )}
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
