import { PasswordInput, Progress, Text } from '@mantine/core';
import { useTexts } from '../lib/language.tsx';
import { STRENGTH_BAR, strengthOf } from './strength.ts';
import { accountTexts } from './texts.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  /** A new password: says how hard it is to guess. */
  readonly isNew?: boolean;
  onChange(value: string): void;
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, value, isNew = false, onChange }: PasswordFieldProps) {
  const t = useTexts(accountTexts);
  const strength = strengthOf(value);
  const [full, colour] = STRENGTH_BAR[strength];
  return (
    <div>
      <PasswordInput
        label={label}
        required
        withAsterisk={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        {...(isNew && { description: t('passwordWhy') })}
      />
      {isNew && value !== '' && (
        <div className="strength">
          <Progress.Root size="sm">
            <Progress.Section value={full} color={colour} aria-label={t('strength')} />
          </Progress.Root>
          <Text size="sm" aria-live="polite">
            {t(strength)}
          </Text>
        </div>
      )}
    </div>
  );
}
