import { Text } from '@mantine/core';

/** Stands where a panel is not wired yet. */
export const NotYet = (_: { readonly onClose?: () => void }) => <Text c="dimmed">…</Text>;
