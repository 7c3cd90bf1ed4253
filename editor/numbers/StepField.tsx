import { PasswordInput, TextInput } from '@mantine/core';
import { useTexts } from '../lib/language.tsx';
import { connectTexts } from './connect-texts.ts';
import type { NumberDraft } from './number-draft.ts';
import type { Connecting } from './use-connecting.ts';

interface StepFieldProps {
  readonly connecting: Connecting;
  readonly field: keyof NumberDraft;
  readonly label: string;
  readonly description?: string;
  readonly isSecret?: boolean;
}

const LONGEST = 2000;

/** One field of the wizard. It is checked when it is left, if all of its step is there. */
export function StepField({ connecting, field, label, description, isSecret = false }: StepFieldProps) {
  const t = useTexts(connectTexts);
  const { draft, isTried, put } = connecting;
  const isMissing = isTried && draft[field].trim() === '';
  const Input = isSecret ? PasswordInput : TextInput;
  return (
    <Input
      label={label}
      description={description}
      value={draft[field]}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
      error={isMissing ? t('missing', { what: label }) : undefined}
      maxLength={LONGEST}
      autoComplete="off"
      spellCheck={false}
      required
    />
  );
}
