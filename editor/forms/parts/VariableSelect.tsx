import { Autocomplete } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { variableTexts } from '../texts/variable-texts.ts';

interface VariableSelectProps {
  readonly path: string;
  readonly label: string;
  change(path: string): void;
}

/** Names a variable: one of those that can exist here, or any other by its name. */
export function VariableSelect({ path, label, change }: VariableSelectProps) {
  const t = useTexts(variableTexts);
  const { around, isReadOnly } = useForm();
  const known = around.variables?.known ?? [];
  const groups = (['flow', 'input', 'given'] as const)
    .map((from) => ({
      group: t(from),
      items: known
        .filter((variable) => variable.from === from)
        .flatMap(({ parts }) => parts.map((part) => part.path)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Autocomplete
      size="xs"
      flex={1}
      aria-label={label}
      data={groups}
      value={path}
      readOnly={isReadOnly}
      placeholder={t('choose')}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      onChange={change}
    />
  );
}
