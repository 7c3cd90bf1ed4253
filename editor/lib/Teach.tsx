import { List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface TeachProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** What it is good for, as examples. */
  readonly points?: readonly string[];
  /** The first step. */
  readonly children?: ReactNode;
}

/** An empty place that says what could be here, and how to begin. */
export function Teach({ icon, title, text, points = [], children }: TeachProps) {
  return (
    <Paper withBorder p="xl" radius="lg">
      <Stack align="center" gap="sm" maw={560} mx="auto" ta="center">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {points.length > 0 && (
          <List size="sm" ta="start" spacing={4}>
            {points.map((point) => (
              <List.Item key={point}>{point}</List.Item>
            ))}
          </List>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
