import { Radio, Stack, Text } from '@mantine/core';
import type { Role } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { roleTexts } from '../lib/role-texts.ts';
import { userTexts } from './texts.ts';

const ROLES: readonly Role[] = ['admin', 'supervisor', 'agent', 'analyst', 'viewer'];

interface RoleChoiceProps {
  readonly value: Role;
  choose(role: Role): void;
}

/** The roles, each with what it may do. */
export function RoleChoice({ value, choose }: RoleChoiceProps) {
  const t = useTexts(userTexts);
  const roles = useTexts(roleTexts);
  return (
    <Radio.Group
      label={t('role')}
      value={value}
      onChange={(next) => choose(ROLES.find((role) => role === next) ?? value)}
    >
      <Stack gap={6} mt={6}>
        {ROLES.map((role) => (
          <Radio.Card key={role} value={role} className="role-card" aria-label={roles(role)}>
            <Radio.Indicator />
            <div>
              <Text fw={600}>{roles(role)}</Text>
              <Text size="sm" c="dimmed">
                {roles(`${role}May`)}
              </Text>
            </div>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
