import { CloseButton, SegmentedControl, Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useDesk } from '../desk/DeskContext.tsx';
import { Trouble } from '../lib/Trouble.tsx';
import { Deeds } from './Deeds.tsx';
import { litBy, restOf } from './lit.ts';
import { PanelBar } from './PanelBar.tsx';
import { Phone } from './Phone.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';
import { isPlaying, lookedAt } from './rehearsal-state.ts';
import { SaveTest } from './SaveTest.tsx';
import { Steps } from './Steps.tsx';
import type { T } from './say.ts';
import { TestList } from './TestList.tsx';
import { useGround } from './use-ground.ts';
import { useReader } from './use-reader.ts';
import { type Act, useRehearsal } from './use-rehearsal.ts';
import { countsOf, useTests } from './use-tests.ts';
import '../lib/formatted.css';
import './rehearsal.css';
import './phone.css';

type Tab = 'chat' | 'steps' | 'tests';

/** A phone beside the canvas on which the draft is played, as production would; with all that happens to be looked into. */
export function RehearsalPanel({ onClose }: { readonly onClose: () => void }) {
  const reader = useReader();
  const { t } = reader;
  const [state, act] = useRehearsal();
  const [tests, deeds] = useTests();
  const ground = useGround(state, act);
  const [tab, setTab] = useState<Tab>('chat');
  const [isSaving, setSaving] = useState(false);
  const show = useLight(state, act);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || !event.altKey) return;
    event.preventDefault();
    act({ type: 'back' });
  };
  return (
    <aside className="rehearsal" aria-label={t('title')} onKeyDown={onKeyDown}>
      <div className="rehearsal-head">
        <Text fw={650}>{t('title')}</Text>
        <Deeds state={state} act={act} reader={reader} save={() => setSaving(true)} />
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      <PanelBar state={state} act={act} ground={ground} reader={reader} />
      {isSaving && (
        <SaveTest
          state={state}
          deeds={deeds}
          reader={reader}
          close={() => setSaving(false)}
          saved={() => setTab('tests')}
        />
      )}
      <SegmentedControl
        fullWidth
        size="xs"
        className="rehearsal-tabs"
        aria-label={t('title')}
        value={tab}
        onChange={(value) => setTab(value as Tab)}
        data={tabsOf(t, state.answer?.steps.length ?? 0, countsOf(tests).red)}
      />
      <p className="rehearsal-news" aria-live="polite">
        {isPlaying(state) && state.lines.length > 0 ? t('playing') : state.replays > 0 ? t('replayed') : ''}
      </p>
      {state.error && <Trouble error={state.error} retry={() => act({ type: 'draftChanged' })} />}
      <ProblemNotes problems={state.answer?.problems ?? []} reader={reader} />
      {tab === 'chat' && (
        <Phone state={state} act={act} show={show} reader={reader} openSteps={() => setTab('steps')} />
      )}
      {tab === 'steps' && <Steps state={state} show={show} reader={reader} />}
      {tab === 'tests' && (
        <TestList
          state={tests}
          deeds={deeds}
          reader={reader}
          play={(chat) => {
            act({ type: 'open', chat });
            setTab('chat');
          }}
        />
      )}
    </aside>
  );
}

const tabsOf = (t: T, steps: number, red: number) => [
  { value: 'chat', label: t('chat') },
  { value: 'steps', label: steps > 0 ? `${t('steps')} (${steps})` : t('steps') },
  { value: 'tests', label: red > 0 ? `${t('tests')} ✕${red}` : t('tests') },
];

/** Lights the way of the step that is looked at; the answer shows a step and leads the eye to where it came to rest. */
function useLight(state: ReturnType<typeof useRehearsal>[0], act: Act): (step: number) => void {
  const flow = useDesk((desk) => desk.flow.id);
  const graph = useDesk((desk) => desk.document.graph);
  const mark = useDesk((desk) => desk.mark);
  const lookAt = useDesk((desk) => desk.lookAt);
  const place = lookedAt(state);
  const step = place === undefined ? undefined : state.answer?.steps[place];
  const lit = useMemo(() => litBy(flow, graph, step), [flow, graph, step]);
  useEffect(() => mark({ lit }), [mark, lit]);
  useEffect(() => () => mark({ lit: { nodes: new Set(), edges: new Set() } }), [mark]);
  return (chosen) => {
    act({ type: 'choose', step: chosen });
    const node = restOf(flow, state.answer?.steps[chosen]);
    if (node !== undefined) lookAt(node);
  };
}
