import { useLayoutEffect, useRef, useState } from 'react';
import { AttachMenu } from './AttachMenu.tsx';
import { Icon } from './Icon.tsx';
import { useTexts } from './language.tsx';
import { Quote } from './Quote.tsx';
import type { Draft, Message } from './wire.ts';

interface ComposerProps {
  readonly replyTo: Message | undefined;
  readonly businessName: string;
  readonly onCancelReply: () => void;
  readonly onWrite: (draft: Draft) => void;
  readonly onPlace: () => void;
}

const TALLEST_PX = 132;

/** Where the person writes: Enter sends, Shift+Enter begins a new line. */
export function Composer({ replyTo, businessName, onCancelReply, onWrite, onPlace }: ComposerProps) {
  const texts = useTexts();
  const [body, setBody] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, TALLEST_PX)}px`;
  }, [body]);
  useLayoutEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);
  const submit = () => {
    if (body.trim() === '') return;
    onWrite({ type: 'text', text: { body: body.trim() } });
    setBody('');
    field.current?.focus();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {replyTo ? (
        <div className="replying">
          <Quote message={replyTo} businessName={businessName} />
          <button type="button" className="round" aria-label={texts.cancel} onClick={onCancelReply}>
            <Icon name="close" size={18} />
          </button>
        </div>
      ) : null}
      <div className="composer-row">
        <AttachMenu onFile={(file) => onWrite({ type: 'file', file })} onPlace={onPlace} />
        <textarea
          ref={field}
          rows={1}
          value={body}
          maxLength={65_536}
          placeholder={texts.say}
          aria-label={texts.say}
          enterKeyHint="send"
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={(event) => {
            // Enter also ends the choice of a word in many keyboards of Asia; that is no wish to send.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        <button type="submit" className="round send" aria-label={texts.send} disabled={body.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
