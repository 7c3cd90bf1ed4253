import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentType } from 'react';

interface IconButtonProps {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
}

/** A button that is only a picture says in words what it does. */
export function IconButton({ label, icon: Icon, onClick, isDisabled = false }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick} disabled={isDisabled}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
