import { useState } from 'react';

interface TitleFieldProps {
  readonly value: string;
  /** What stands there while there is no title. */
  readonly empty: string;
  readonly label: string;
  readonly isFixed: boolean;
  put(title: string): void;
}

/** A title that becomes a field when it is clicked twice. */
export function TitleField({ value, empty, label, isFixed, put }: TitleFieldProps) {
  const [draft, setDraft] = useState<string>();
  if (draft === undefined)
    return (
      <button
        type="button"
        className="title-button"
        disabled={isFixed}
        title={label}
        onDoubleClick={(event) => {
          event.stopPropagation();
          setDraft(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'F2') return;
          event.stopPropagation();
          event.preventDefault();
          setDraft(value);
        }}
      >
        {value || empty}
      </button>
    );
  const finish = () => {
    setDraft(undefined);
    put(draft);
  };
  return (
    <input
      className="title-input nodrag nopan"
      aria-label={label}
      value={draft}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of what was just clicked
      autoFocus
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}
