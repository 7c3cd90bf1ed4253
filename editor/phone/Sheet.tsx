import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** A card that rises from the bottom of the phone. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const texts = useTexts();
  const id = useId();
  const card = useRef<HTMLDialogElement>(null);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  });
  useEffect(() => {
    const before = document.activeElement;
    const first = card.current?.querySelector<HTMLElement>('[data-first]') ?? card.current;
    first?.focus();
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="sheet-frame">
      <button type="button" className="scrim" aria-label={texts.close} tabIndex={-1} onClick={onClose} />
      <dialog open ref={card} tabIndex={-1} className="sheet" aria-labelledby={id}>
        <div className="sheet-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="round" aria-label={texts.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div className="sheet-body">{children}</div>
      </dialog>
    </div>
  );
}
