import { useEffect } from 'react';
import { useDeeds } from './CanvasRoom.tsx';

/** Copy, cut and paste by the clipboard of the device: what is copied is text, and can go anywhere. */
export function useClipboard(): void {
  const deeds = useDeeds();
  useEffect(() => {
    const give = (event: ClipboardEvent, text: string | undefined) => {
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const copy = (event: ClipboardEvent) => isOurs(event) && give(event, deeds.copy());
    const cut = (event: ClipboardEvent) => isOurs(event) && give(event, deeds.cut());
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isOurs(event) || text === '') return;
      event.preventDefault();
      deeds.paste(text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [deeds]);
}

/** Whoever writes in a field, has marked text or has a dialog open means that, and not the boxes. */
function isOurs({ target }: ClipboardEvent): boolean {
  const at = target instanceof Element ? target : document.body;
  const isField = at.closest('input, textarea, select, [contenteditable=true], [aria-modal=true]') !== null;
  return !isField && (getSelection()?.toString() ?? '') === '';
}
