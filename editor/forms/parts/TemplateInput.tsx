import { useRef } from 'react';
import { useInvalid } from '../FieldFrame.tsx';
import { useForm } from '../FormContext.tsx';
import { type Caret, insertAt, prefixLines, wrapWith } from '../model/caret.ts';
import { templateTokens } from '../model/template-tokens.ts';
import { TemplateTools } from './TemplateTools.tsx';

export interface TemplateInputProps {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly placeholder: string;
  /** How many lines it shows at least. */
  readonly rows: number;
  readonly isOneLine?: boolean;
  /** The contact reads it: marks and emoji are offered. */
  readonly isFormatted?: boolean;
  readonly preview?: { readonly isSeen: boolean; toggle(): void };
  change(text: string): void;
}

/** Marks by what WhatsApp writes for them. */
const SHORTCUTS: { readonly [key: string]: string } = { b: '*', i: '_' };

/**
 * A box for a text with variables. The letters are drawn by a layer below the box, which can colour the variables; the
 * box itself is see-through, so that the caret, selecting and spelling are the browser's own.
 */
export function TemplateInput(props: TemplateInputProps) {
  const { id, path, text, placeholder, rows, isOneLine = false, isFormatted = false, change } = props;
  const { isReadOnly } = useForm();
  const box = useRef<HTMLTextAreaElement>(null);
  const invalid = useInvalid(path);
  const edit = (how: (caret: Caret) => Caret) => {
    const area = box.current;
    if (!area) return;
    const next = how({ text: area.value, from: area.selectionStart, to: area.selectionEnd });
    change(next.text);
    // The caret goes where it belongs once the new text is drawn.
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.from, next.to);
    });
  };
  return (
    <div className="template" data-invalid={invalid['aria-invalid'] ?? false} data-one-line={isOneLine}>
      <div className="template-box">
        <Ink text={text} rows={rows} />
        <textarea
          ref={box}
          id={id}
          rows={rows}
          value={text}
          placeholder={placeholder}
          readOnly={isReadOnly}
          {...invalid}
          onChange={({ currentTarget }) =>
            change(isOneLine ? currentTarget.value.replace(/\s*\n\s*/g, ' ') : currentTarget.value)
          }
          onKeyDown={(event) => {
            if (isOneLine && event.key === 'Enter') event.preventDefault();
            const mark =
              isFormatted && (event.ctrlKey || event.metaKey)
                ? SHORTCUTS[event.key.toLowerCase()]
                : undefined;
            if (mark === undefined) return;
            event.preventDefault();
            edit((caret) => wrapWith(caret, mark));
          }}
        />
      </div>
      {!isReadOnly && (
        <TemplateTools
          isFormatted={isFormatted}
          preview={props.preview}
          wrap={(mark) => edit((caret) => wrapWith(caret, mark))}
          prefix={(mark) => edit((caret) => prefixLines(caret, mark))}
          insert={(what) => edit((caret) => insertAt(caret, what))}
        />
      )}
    </div>
  );
}

/** The letters, with variables as chips. It takes the room the text needs, and the box above it fills that. */
function Ink({ text, rows }: { readonly text: string; readonly rows: number }) {
  let at = 0;
  return (
    <div className="template-ink" aria-hidden style={{ minBlockSize: `calc(${rows} * 1.5em + 16px)` }}>
      {templateTokens(text).map((token) => {
        const key = at;
        at += token.text.length;
        return (
          <span key={key} className={`ink-${token.is}`}>
            {token.text}
          </span>
        );
      })}
      {'\u200b'}
    </div>
  );
}
