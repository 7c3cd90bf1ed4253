import { Button, Code, Drawer, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberCheck, NumberView } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { useMayChat } from '../lib/me.ts';
import { settingTexts } from '../lib/setting-texts.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { type Deed, useDeed } from '../lib/use-deed.ts';
import { CheckList } from './CheckList.tsx';
import { Disconnect } from './Disconnect.tsx';
import { NewSecrets } from './NewSecrets.tsx';
import { PlanFields } from './PlanFields.tsx';
import { bodyOf, isWhole, type Plan, planOf } from './plan.ts';
import { StateBadge } from './StateBadge.tsx';
import { numberTexts } from './texts.ts';
import { useFacts } from './use-facts.ts';

interface NumberDrawerProps {
  readonly number: NumberView;
  onChanged(): void;
  onClose(): void;
}

/** Everything about one number, and everything that can be done with it. */
export function NumberDrawer({ number, onChanged, onClose }: NumberDrawerProps) {
  const t = useTexts(numberTexts);
  const mayChat = useMayChat();
  const facts = useFacts()(number);
  const deed = useDeed();
  const [found, setFound] = useState<NumberCheck>();
  const { id, name, display, virtual, state, secretsReadable } = number;
  const ask = async (what: 'check' | 'subscribe') => {
    const answer = await deed.run(() => send<NumberCheck>('POST', `/numbers/${id}/${what}`));
    if (answer) setFound(answer);
    onChanged();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={`${name} · ${display}`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="lg">
        <Stack gap="xs" align="flex-start">
          <StateBadge state={state} />
          <Text size="sm">{facts.why}</Text>
        </Stack>
        <Figures number={number} />
        <Group gap="xs">
          {virtual && mayChat && (
            <Button
              component="a"
              href={`/simulator?number=${id}`}
              target="sluice-phone"
              leftSection={<IconDeviceMobileMessage aria-hidden size={18} />}
            >
              {t('chat')}
            </Button>
          )}
          <Button
            variant={virtual ? 'default' : 'filled'}
            loading={deed.isBusy}
            onClick={() => void ask('check')}
          >
            {t('check')}
          </Button>
          {!virtual && secretsReadable && (
            <Button variant="default" disabled={deed.isBusy} onClick={() => void ask('subscribe')}>
              {t('subscribe')}
            </Button>
          )}
        </Group>
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        {found && <CheckList steps={found.steps} />}
        {!virtual && (
          <NewSecrets number={number} isOpen={!secretsReadable} onSaved={() => void ask('check')} />
        )}
        <Settings number={number} onChanged={onChanged} />
        <Disconnect
          number={number}
          onGone={() => {
            onChanged();
            onClose();
          }}
        />
      </Stack>
    </Drawer>
  );
}

function Figures({ number }: { readonly number: NumberView }) {
  const t = useTexts(numberTexts);
  const facts = useFacts()(number);
  const { id, account, verifiedName, virtual } = number;
  const rows = [
    [t('quality'), facts.quality],
    [t('rate'), facts.rate],
    [t('waiting'), facts.waiting],
    [t('failures'), facts.failures],
    [t('lastInbound'), facts.lastInbound],
    [t('checkedAt'), facts.checkedAt],
    ...(virtual
      ? []
      : [
          [t('limit'), facts.limit],
          [t('verifiedName'), verifiedName ?? t('unknown')],
        ]),
  ];
  return (
    <div>
      <dl className="figures">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('phoneId')}</dt>
          <dd>
            <Code>{id}</Code>
          </dd>
        </div>
        <div>
          <dt>{t('accountId')}</dt>
          <dd>
            <Code>{account}</Code>
          </dd>
        </div>
      </dl>
    </div>
  );
}

function Settings({ number, onChanged }: { readonly number: NumberView; onChanged(): void }) {
  const t = useTexts(numberTexts);
  const s = useTexts(settingTexts);
  const [plan, setPlan] = useState<Plan>(() => planOf(number));
  const [isSaved, setSaved] = useState(false);
  const deed: Deed = useDeed();
  const put = (next: Plan) => {
    setPlan(next);
    setSaved(false);
  };
  const save = async () => {
    if (!(await deed.run(() => send('PUT', `/numbers/${number.id}`, bodyOf(plan))))) return;
    setSaved(true);
    onChanged();
  };
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t('settings')}
      </Title>
      <Stack gap="md">
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={plan.name ?? ''}
          maxLength={120}
          onChange={(event) => put({ ...plan, name: event.currentTarget.value })}
        />
        <PlanFields plan={plan} onChange={put} />
        {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
        <Group>
          <Button loading={deed.isBusy} disabled={!isWhole(plan)} onClick={() => void save()}>
            {s('save')}
          </Button>
          {isSaved && (
            <Text size="sm" className="good" role="status">
              {s('saved')}
            </Text>
          )}
        </Group>
      </Stack>
    </section>
  );
}
