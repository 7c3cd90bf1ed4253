import { Button, Center, Paper, Text, Title } from '@mantine/core';
import { IconRipple } from '@tabler/icons-react';
import { useTexts } from '../lib/language.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import { accountTexts } from './texts.ts';
import './account.css';

/** What whoever starts a new server sees first. */
export function SetUpPage({ later }: { later(): void }) {
  const t = useTexts(accountTexts);
  return (
    <Center component="main" className="set-up">
      <Paper withBorder radius="lg" className="set-up-card">
        <IconRipple aria-hidden size={34} className="good" />
        <Title order={1} size="h2" mt="xs">
          {t('welcome')}
        </Title>
        <Text c="dimmed" mb="lg">
          {t('welcomeWhy')}
        </Text>
        <SetUpForm
          beside={
            <Button variant="subtle" onClick={later}>
              {t('later')}
            </Button>
          }
        />
      </Paper>
    </Center>
  );
}
