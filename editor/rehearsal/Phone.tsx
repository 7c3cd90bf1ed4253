import { Text } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Bubble } from './Bubble.tsx';
import { Composer } from './Composer.tsx';
import { tapLine } from './chat-text.ts';
import { People } from './People.tsx';
import { Requests } from './Requests.tsx';
import { isPlaying, lookedAt, type RehearsalState } from './rehearsal-state.ts';
import type { Reader } from './say.ts';
import { happeningOf, questionsOf } from './thread.ts';
import type { Act } from './use-rehearsal.ts';
import { Waiting } from './Waiting.tsx';

interface PhoneProps {
  readonly state: RehearsalState;
  readonly act: Act;
  readonly reader: Reader;
  show(step: number): void;
  openSteps(): void;
}

/** The chat as the customer sees it, and what the outside does in between. */
export function Phone({ state, act, show, reader, openSteps }: PhoneProps) {
  const { t } = reader;
  const steps = state.answer?.steps ?? [];
  const questions = questionsOf(steps);
  const end = useRef<HTMLDivElement>(null);
  const last = steps.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is at the end
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [state.answer]);
  const say = (line: string) => act({ type: 'say', line });
  const look = (place: number) => {
    show(place);
    openSteps();
  };
  return (
    <>
      <section className="rphone" aria-label={t('phoneLabel')}>
        {steps.length === 0 && !isPlaying(state) && <Invitation reader={reader} />}
        <ol className="rphone-entries" aria-live="polite">
          {steps.map((step, place) => (
            // A step is what its place is: the chat is played from its start each time.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={place} data-chosen={lookedAt(state) === place || undefined}>
              <Happening
                text={happeningOf(step, reader)}
                isSample={!step.isOwn}
                reader={reader}
                look={() => look(place)}
              />
              {step.messages.map((said) => (
                <Bubble
                  key={said.from === 'us' ? said.id : said.message.id}
                  said={said}
                  zone={state.answer?.timeZone ?? 'UTC'}
                  reader={reader}
                  look={() => look(place)}
                  say={say}
                  tap={(label) => {
                    const asked = said.from === 'us' ? questions.indexOf(said.id) : -1;
                    say(tapLine(label, questions.length - asked));
                  }}
                />
              ))}
              {step.problem !== undefined && <p className="rphone-note bad">{step.problem}</p>}
              <Endings step={step} reader={reader} />
            </li>
          ))}
        </ol>
        <div ref={end} />
      </section>
      {last && <Requests step={last} state={state} act={act} reader={reader} />}
      {last && <People step={last} say={say} reader={reader} />}
      {last && <Waiting step={last} zone={state.answer?.timeZone ?? 'UTC'} say={say} reader={reader} />}
      <Composer say={say} reader={reader} />
    </>
  );
}

function Invitation({ reader: { t } }: { readonly reader: Reader }) {
  return (
    <div className="rphone-empty">
      <IconMessageCircle size={30} aria-hidden />
      <Text fw={600}>{t('empty')}</Text>
      <Text size="sm">{t('emptyHint')}</Text>
    </div>
  );
}

interface HappeningProps {
  readonly text: string | undefined;
  readonly isSample: boolean;
  readonly reader: Reader;
  look(): void;
}

/** What the world did, in the middle of the chat. */
function Happening({ text, isSample, reader: { t }, look }: HappeningProps) {
  if (text === undefined) return null;
  return (
    <button type="button" className="rphone-note" onClick={look}>
      {text}
      {isSample && ` · ${t('fromSample')}`}
    </button>
  );
}

/** A flow that ended badly, or a message that nobody answers, must not look like nothing. */
function Endings({
  step,
  reader: { t },
}: {
  readonly step: NonNullable<RehearsalState['answer']>['steps'][number];
  readonly reader: Reader;
}) {
  const failed = step.happened.flatMap(({ ended }) => ended).filter(({ why }) => why === 'failed');
  const isLost = step.happened.some(({ explanation }) => explanation?.to === 'nobody');
  return (
    <>
      {failed.map(({ session, detail = '' }) => (
        <p className="rphone-note bad" key={session}>
          {t('endedFailed', { detail })}
        </p>
      ))}
      {isLost && <p className="rphone-note bad">{t('toNobody')}</p>}
    </>
  );
}
