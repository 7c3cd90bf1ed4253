import { useEffect } from 'react';
import type { FlowView } from '../../server/api/contract.ts';
import { Refusal, send } from '../lib/api.ts';
import type { DeskStore } from './desk.ts';
import { fileOf } from './document.ts';

const SOON_MS = 400;
const AWAY_MS = 3_000;

/** Saves what is on the desk, by itself, a moment after every edit. */
export function useAutosave(desk: DeskStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = desk.subscribe(({ document }, before) => {
      if (document === before.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(desk), SOON_MS);
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.getState().saving !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('beforeunload', warn);
      void flush(desk);
    };
  }, [desk]);
}

const underWay = new WeakMap<DeskStore, Promise<void>>();

/** Saves now what is not saved yet, and resolves when the server has it, or has refused it. */
export async function flush(desk: DeskStore): Promise<void> {
  await underWay.get(desk);
  const { document, saved, setSaving, flow, answered } = desk.getState();
  if (document === saved) return;
  setSaving('saving');
  const saving = send<FlowView>('PUT', `/flows/${encodeURIComponent(flow.id)}`, {
    revision: flow.revision,
    file: fileOf(document),
  }).then(
    (answer) => answered(answer, document),
    (error: unknown) => refused(desk, error),
  );
  underWay.set(desk, saving);
  await saving;
}

function refused(desk: DeskStore, error: unknown): void {
  const { setSaving } = desk.getState();
  const code = error instanceof Refusal ? error.code : 'offline';
  if (code === 'stale-revision') return setSaving('conflict');
  if (code !== 'offline' && code !== 'unknown') return setSaving('refused');
  setSaving('away');
  setTimeout(() => void flush(desk), AWAY_MS);
}
