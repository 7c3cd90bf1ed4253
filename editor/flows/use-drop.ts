import { useEffect, useRef, useState } from 'react';

/** Takes files that are dropped anywhere on the page; says whether some are being dragged over it. */
export function useDrop(take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const ended = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', does: (event: DragEvent) => void) =>
      document.addEventListener(type, does, { signal: ended.signal });
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    });
    return () => ended.abort();
  }, []);
  return isOver;
}
