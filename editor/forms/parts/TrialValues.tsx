import { Text, TextInput } from '@mantine/core';
import { useTexts } from '../../lib/language.tsx';
import { useForm } from '../FormContext.tsx';
import { pathsRead } from '../model/values-read.ts';
import { callTexts } from '../texts/call-texts.ts';
import { exampleOf } from '../variables.ts';

interface TrialValuesProps {
  /** What the author wrote, by path. */
  readonly given: ReadonlyMap<string, string>;
  give(path: string, text: string): void;
}

/** The variables that a call reads, to be filled in for one try. */
export function TrialValues({ given, give }: TrialValuesProps) {
  const t = useTexts(callTexts);
  const { value, around } = useForm();
  const paths = pathsRead(value);
  if (paths.length === 0) return null;
  return (
    <fieldset className="trial-values">
      <Text component="legend" size="xs" c="dimmed">
        {t('with')}
      </Text>
      {paths.map((path) => (
        <TextInput
          key={path}
          className="trial-value"
          size="xs"
          label={path}
          value={given.get(path) ?? exampleOf(around.variables, path) ?? ''}
          onChange={({ currentTarget }) => give(path, currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}
