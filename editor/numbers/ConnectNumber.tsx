import { Button, Container, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconBuildingStore, IconDeviceMobileMessage } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { Link } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { useDeed } from '../lib/use-deed.ts';
import { connectTexts } from './connect-texts.ts';
import './numbers.css';
import { keptDraft } from './number-draft.ts';
import { RealNumber } from './RealNumber.tsx';

/** The way to a connected number: a virtual one with one click, a real one step by step. */
export function ConnectNumber() {
  const t = useTexts(connectTexts);
  // Who has begun with a real one goes on there.
  const [isReal, setReal] = useState(() => keptDraft().id !== '');
  return (
    <Container size="lg" py="lg" w="100%">
      <Stack gap="lg">
        <div>
          <Link to="/numbers" size="sm">
            <IconArrowLeft aria-hidden size={14} /> {t('backToNumbers')}
          </Link>
          <Title order={1} size="h2">
            {t('title')}
          </Title>
        </div>
        {isReal ? <RealNumber onLeave={() => setReal(false)} /> : <Ways onReal={() => setReal(true)} />}
      </Stack>
    </Container>
  );
}

function Ways({ onReal }: { onReal(): void }) {
  const t = useTexts(connectTexts);
  return (
    <section aria-label={t('how')}>
      <Text mb="sm">{t('how')}</Text>
      <div className="ways">
        <Virtual />
        <Paper withBorder radius="lg" className="way">
          <IconBuildingStore aria-hidden size={36} className="good" />
          <Title order={2} size="h4">
            {t('realTitle')}
          </Title>
          <Text className="grows">{t('realWhy')}</Text>
          <Button size="md" variant="default" onClick={onReal}>
            {t('realGo')}
          </Button>
        </Paper>
      </div>
    </section>
  );
}

interface Made {
  readonly number: NumberView;
  readonly chat: string;
}

function Virtual() {
  const t = useTexts(connectTexts);
  const [name, setName] = useState(t('virtualDefault'));
  const [made, setMade] = useState<Made>();
  const deed = useDeed();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.run(() => send<Made>('POST', '/numbers/virtual', { name: name.trim() }));
    if (answer) setMade(answer);
  };
  return (
    <Paper withBorder radius="lg" className="way">
      <IconDeviceMobileMessage aria-hidden size={36} className="good" />
      <Title order={2} size="h4">
        {made ? t('virtualDone', { display: made.number.display }) : t('virtualTitle')}
      </Title>
      <Text className="grows" role="status">
        {t(made ? 'virtualNext' : 'virtualWhy')}
      </Text>
      {made ? (
        <>
          <Button component="a" href={made.chat} target="sluice-phone" size="md">
            {t('openPhone')}
          </Button>
          <Link to="/numbers">{t('toNumbers')}</Link>
        </>
      ) : (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <TextInput
              label={t('virtualName')}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
            <Button type="submit" size="md" loading={deed.isBusy} disabled={!name.trim()}>
              {t('virtualGo')}
            </Button>
          </Stack>
        </form>
      )}
    </Paper>
  );
}
