import { useEffect } from 'react';
import type { DeskStore } from './desk.ts';
import { forget, remember } from './safety-copy.ts';
import { saveNow } from './save.ts';

const SOON_MS = 400;
/** The copy in the browser is there long before the server has it. */
const COPY_MS = 60;

/** Saves now what is not saved yet, and resolves when the server has it, or when it cannot be saved now. */
export const flush = (desk: DeskStore): Promise<void> => saveNow(desk);

/** Saves what is on the desk, by itself, a moment after every edit; until then the browser keeps a copy. */
export function useAutosave(desk: DeskStore): void {
  useEffect(() => {
    let saving: ReturnType<typeof setTimeout> | undefined;
    let copying: ReturnType<typeof setTimeout> | undefined;
    const isUnsaved = () => desk.getState().document !== desk.getState().saved;
    const copy = () => {
      clearTimeout(copying);
      if (isUnsaved()) remember(desk.getState());
    };
    const stop = desk.subscribe(({ document, saved, flow }, before) => {
      if (document === saved && before.document !== before.saved) {
        clearTimeout(copying);
        forget(flow.id);
      }
      if (document === before.document || document === saved) return;
      clearTimeout(saving);
      clearTimeout(copying);
      copying = setTimeout(copy, COPY_MS);
      saving = setTimeout(() => void flush(desk), SOON_MS);
    });
    const warn = (event: BeforeUnloadEvent) => {
      copy();
      if (isUnsaved()) event.preventDefault();
    };
    const back = () => void flush(desk);
    addEventListener('beforeunload', warn);
    addEventListener('pagehide', copy);
    addEventListener('online', back);
    return () => {
      stop();
      clearTimeout(saving);
      copy();
      removeEventListener('beforeunload', warn);
      removeEventListener('pagehide', copy);
      removeEventListener('online', back);
      void flush(desk);
    };
  }, [desk]);
}
