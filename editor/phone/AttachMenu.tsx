import { useRef } from 'react';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import { usePopup } from './use-popup.ts';

interface AttachMenuProps {
  readonly onFile: (file: File) => void;
  readonly onPlace: () => void;
}

/** The plus beside the text field. */
export function AttachMenu({ onFile, onPlace }: AttachMenuProps) {
  const texts = useTexts();
  const { box, isOpen, toggle, close } = usePopup();
  const photo = useRef<HTMLInputElement>(null);
  const paper = useRef<HTMLInputElement>(null);
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onFile(file);
    // The same file again is a change, too.
    event.target.value = '';
  };
  const items = [
    { icon: 'photo', text: texts.photo, open: () => photo.current?.click() },
    { icon: 'document', text: texts.document, open: () => paper.current?.click() },
    { icon: 'pin', text: texts.location, open: onPlace },
  ] as const;
  return (
    <div className="attach" ref={box}>
      <button
        type="button"
        className={`round ${isOpen ? 'turned' : ''}`}
        aria-label={texts.attach}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon name="plus" size={24} />
      </button>
      {isOpen ? (
        <div className="attach-card">
          {items.map(({ icon, text, open }) => (
            <button
              key={icon}
              type="button"
              onClick={() => {
                close();
                open();
              }}
            >
              <Icon name={icon} />
              {text}
            </button>
          ))}
        </div>
      ) : null}
      <input
        ref={photo}
        type="file"
        accept="image/*,video/*"
        hidden
        aria-label={texts.photo}
        onChange={chosen}
      />
      <input ref={paper} type="file" hidden aria-label={texts.document} onChange={chosen} />
    </div>
  );
}
