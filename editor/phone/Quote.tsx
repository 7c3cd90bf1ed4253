import { useTexts } from './language.tsx';
import { previewOf } from './preview.ts';
import type { Message } from './wire.ts';

interface QuoteProps {
  /** Absent when the message is too old to be here. */
  readonly message: Message | undefined;
  readonly businessName: string;
}

/** The message that another one answers. */
export function Quote({ message, businessName }: QuoteProps) {
  const texts = useTexts();
  return (
    <div className="quote" dir="auto">
      {message ? <strong>{message.from === 'phone' ? texts.you : businessName}</strong> : null}
      <span>{message ? previewOf(message, texts).slice(0, 200) : texts.messageWord}</span>
    </div>
  );
}
