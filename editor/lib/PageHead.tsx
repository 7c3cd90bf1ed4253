import { Group, Text, Title } from '@mantine/core';
import './settings.css';
import type { ReactNode } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** What the page is for, in one sentence. */
  readonly why: string;
  /** What one can do here. */
  readonly children?: ReactNode;
}

/** The top of a page: what it is, what for, and its main deed. */
export function PageHead({ title, why, children }: PageHeadProps) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <div className="page-head-words">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text c="dimmed" maw={640}>
          {why}
        </Text>
      </div>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
