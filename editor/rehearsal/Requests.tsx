import { Button, Checkbox, Group, NumberInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Sample } from '../../nodes/contract/flow.ts';
import type { Json } from '../../nodes/contract/json.ts';
import type { RealAnswer, Rehearsal } from '../../server/api/contract.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { send } from '../lib/api.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { lineOf, orderOf, withSample } from './outside.ts';
import type { RehearsalState } from './rehearsal-state.ts';
import type { Reader } from './say.ts';
import type { Act } from './use-rehearsal.ts';

type Open = Rehearsal['steps'][number]['open'][number];

interface RequestsProps {
  readonly step: Rehearsal['steps'][number];
  readonly state: RehearsalState;
  readonly act: Act;
  readonly reader: Reader;
}

/** What the flow has asked of other services: the oldest of each kind can be answered. */
export function Requests({ step, state, act, reader }: RequestsProps) {
  const answerable = step.open.filter(
    ({ type }, i) => step.open.findIndex((other) => other.type === type) === i,
  );
  return answerable.map((open) => (
    <RequestCard key={open.effect} open={open} state={state} act={act} reader={reader} />
  ));
}

function RequestCard({ open, state, act, reader }: { readonly open: Open } & Omit<RequestsProps, 'step'>) {
  const { t } = reader;
  const flow = useDesk((desk) => desk.flow.id);
  const isReadOnly = useDesk((desk) => desk.isReadOnly);
  const edit = useDesk((desk) => desk.edit);
  const [isPinning, setPinning] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<Error>();
  const { asked, request } = open;
  const canPin = asked?.flow.id === flow && !isReadOnly;

  const answer = (sample: Sample) => {
    const isPinned = isPinning && canPin && asked;
    if (isPinned) edit((document) => withSample(document, asked.node, sample));
    // A pinned sample answers by itself when the chat is played on the edited draft.
    if (!(isPinned && state.outside === 'samples')) act({ type: 'say', line: lineOf(sample) });
  };
  const askForReal = () => {
    setAsking(true);
    send<RealAnswer>('POST', '/rehearsals/call', orderOf(request))
      .then(({ sample }) => answer(sample), setError)
      .finally(() => setAsking(false));
  };
  const title = t(open.type === 'httpRequest' ? 'asksService' : 'asksCrm', { node: asked?.title ?? '' });
  return (
    <section className="rcard" aria-label={title}>
      <Text size="sm" fw={600}>
        {asked ? title : t('nobodyWaits')}
      </Text>
      <Text size="xs" c="dimmed" className="rcard-request">
        {request.type === 'httpRequest' && `${request.method} ${request.url}`}
        {request.type === 'crmLookup' && `${request.find}: ${request.value}`}
      </Text>
      {error && <Trouble error={error} />}
      <Group gap={6} mt={6}>
        {!isReadOnly && (
          <Button size="compact-xs" onClick={askForReal} loading={isAsking}>
            {t('askReal')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => setTyping(!isTyping)}
          aria-expanded={isTyping}
        >
          {t('typeAnswer')}
        </Button>
        {open.type === 'crmLookup' && (
          <Button size="compact-xs" variant="light" onClick={() => answer({ is: 'record', record: null })}>
            {t('notFound')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => answer({ is: 'failure', code: 'timeout', reason: 'no answer in time' })}
        >
          {t('timeOut')}
        </Button>
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => answer({ is: 'failure', code: 'failed', reason: 'unreachable' })}
        >
          {t('fails')}
        </Button>
      </Group>
      {isTyping && <TypedAnswer isHttp={open.type === 'httpRequest'} answer={answer} reader={reader} />}
      {canPin && (
        <Checkbox
          mt={8}
          size="xs"
          label={t('pin')}
          checked={isPinning}
          onChange={(event) => setPinning(event.currentTarget.checked)}
        />
      )}
    </section>
  );
}

interface TypedAnswerProps {
  readonly isHttp: boolean;
  readonly reader: Reader;
  answer(sample: Sample): void;
}

function TypedAnswer({ isHttp, answer, reader: { t } }: TypedAnswerProps) {
  const [status, setStatus] = useState<string | number>(200);
  const [body, setBody] = useState('{}');
  const give = () => {
    const value = jsonOrText(body);
    answer(
      isHttp ? { is: 'http', status: Number(status) || 200, body: value } : { is: 'record', record: value },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      {isHttp && (
        <NumberInput
          size="xs"
          label={t('answerStatus')}
          min={100}
          max={599}
          value={status}
          onChange={setStatus}
        />
      )}
      <Textarea
        size="xs"
        label={t('answerBody')}
        autosize
        maxRows={8}
        spellCheck={false}
        className="rcard-body"
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" mt={6}>
        {t('answerGive')}
      </Button>
    </form>
  );
}

/** What is no JSON is a text: services answer with either. */
function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
