import { Button, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { send } from '../lib/api.ts';
import { useTexts } from '../lib/language.tsx';
import { go } from '../lib/route.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { IdsStep, SecretStep, TokenStep } from './AccessSteps.tsx';
import { CheckList } from './CheckList.tsx';
import { connectTexts } from './connect-texts.ts';
import { DoneStep } from './DoneStep.tsx';
import { NeedsStep } from './NeedsStep.tsx';
import { forgetDraft, STEPS, type Step } from './number-draft.ts';
import { bodyOf, type Plan } from './plan.ts';
import { useConnecting } from './use-connecting.ts';
import { WebhookStep } from './WebhookStep.tsx';

const TITLES = {
  needs: 'stepNeeds',
  ids: 'stepIds',
  token: 'stepToken',
  secret: 'stepSecret',
  webhook: 'stepWebhook',
  done: 'stepDone',
} as const satisfies { readonly [step in Step]: keyof typeof connectTexts.en };

/** Connects a real number, step by step; each step checks itself before it lets anybody go on. */
export function RealNumber({ onLeave }: { onLeave(): void }) {
  const t = useTexts(connectTexts);
  const connecting = useConnecting();
  const { step, found, deed, goTo, next } = connecting;
  const place = STEPS.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is announced by its heading
  useEffect(() => heading.current?.focus(), [step]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void next();
  };
  const back = () => {
    const before = STEPS[place - 1];
    if (before) goTo(before);
    else onLeave();
  };
  const finish = async (plan: Plan) => {
    const path = `/numbers/${connecting.draft.id.trim()}`;
    if (!(await deed.run(() => send('PUT', path, bodyOf(plan))))) return;
    forgetDraft();
    go('/numbers');
  };
  return (
    <div className="wizard">
      <nav aria-label={t('steps')} className="wizard-steps">
        <Stepper
          active={place}
          orientation="vertical"
          size="sm"
          allowNextStepsSelect={false}
          onStepClick={(wanted) => STEPS[wanted] && goTo(STEPS[wanted])}
        >
          {STEPS.map((each) => (
            <Stepper.Step key={each} label={t(TITLES[each])} />
          ))}
        </Stepper>
      </nav>
      <div>
        <Text size="sm" c="dimmed">
          {place + 1} / {STEPS.length}
        </Text>
        <Title order={2} size="h3" mb="sm" tabIndex={-1} ref={heading} className="wizard-title">
          {t(TITLES[step])}
        </Title>
        {step === 'done' ? (
          <DoneStep connecting={connecting} onBack={back} onFinish={(plan) => void finish(plan)} />
        ) : (
          <form noValidate onSubmit={submit} autoComplete="off">
            <Stack gap="md">
              <StepBody connecting={connecting} />
              {deed.error && <Trouble error={deed.error} dismiss={deed.dismiss} />}
              {found.length > 0 && <CheckList steps={found} />}
              <Group justify="space-between" className="wizard-foot">
                <Button variant="default" onClick={back}>
                  {t('back')}
                </Button>
                <Button type="submit" loading={deed.isBusy}>
                  {t('next')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </div>
    </div>
  );
}

function StepBody({ connecting }: { readonly connecting: ReturnType<typeof useConnecting> }) {
  switch (connecting.step) {
    case 'needs':
      return <NeedsStep />;
    case 'ids':
      return <IdsStep connecting={connecting} />;
    case 'token':
      return <TokenStep connecting={connecting} />;
    case 'secret':
      return <SecretStep connecting={connecting} />;
    default:
      return <WebhookStep connecting={connecting} />;
  }
}
