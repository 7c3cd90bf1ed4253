import { type RefObject, useEffect, useRef, useState } from 'react';

/** A small card that opens beside a button. */
export interface Popup {
  /** Around the button and the card. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** Opens and closes a card; Escape, a tap elsewhere and focus elsewhere close it. */
export function usePopup(): Popup {
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return { box, isOpen, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}
