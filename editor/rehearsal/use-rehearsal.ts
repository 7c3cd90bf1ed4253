import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Rehearsal } from '../../server/api/contract.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { fileOf } from '../desk/document.ts';
import { send } from '../lib/api.ts';
import { type RehearsalAction, type RehearsalState, rehearsalAfter, textOf } from './rehearsal-state.ts';
import { keptOf } from './stores.ts';

/** An edit is played when the author rests for a moment. */
const PAUSE_MS = 350;

export type Act = (action: RehearsalAction) => void;

/** The chat with the open draft, played by the server whenever something about it changes. */
export function useRehearsal(): readonly [RehearsalState, Act] {
  const desk = useDeskStore();
  const store = keptOf(desk).rehearsal;
  const state = useStore(store);
  const act = useCallback<Act>(
    (action) => store.setState((before) => rehearsalAfter(before, action), true),
    [store],
  );
  const document = useDesk((open) => open.document);
  const { turn } = state;

  useEffect(() => {
    if (playedOn.get(store) === document) return;
    const isFirst = !playedOn.has(store);
    playedOn.set(store, document);
    if (isFirst) return;
    const timer = setTimeout(() => act({ type: 'draftChanged' }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document, store, act]);

  useEffect(() => {
    const now = store.getState();
    if (now.answered === turn) return;
    const { flow, document: draft } = desk.getState();
    const order = { flow: flow.id, draft: fileOf(draft), chat: textOf(now), outside: now.outside };
    send<Rehearsal>('POST', '/rehearsals', order).then(
      (answer) => act({ type: 'played', turn, answer }),
      (error: Error) => act({ type: 'failed', turn, error }),
    );
  }, [turn, store, desk, act]);

  return [state, act];
}

/** Which draft each rehearsal was last played on. */
const playedOn = new WeakMap<object, unknown>();
