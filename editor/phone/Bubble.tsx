import { BubbleMenu } from './BubbleMenu.tsx';
import { Choices } from './Choices.tsx';
import { choicesOf } from './choices.ts';
import { Content } from './contents/Content.tsx';
import { useLocale, useTexts } from './language.tsx';
import { Quote } from './Quote.tsx';
import { Ticks } from './Ticks.tsx';
import type { Draft, Message } from './wire.ts';

/** What a bubble can ask of its chat. */
export interface BubbleActions {
  readonly write: (draft: Draft) => void;
  readonly reply: (message: Message) => void;
  readonly openList: (message: Message) => void;
  readonly sendPlace: (message: Message) => void;
}

interface BubbleProps {
  readonly message: Message;
  readonly quoted: Message | undefined;
  readonly isQuoting: boolean;
  readonly reactions: readonly string[];
  readonly startsGroup: boolean;
  readonly businessName: string;
  readonly actions: BubbleActions;
}

/** One message with everything that hangs on it. */
export function Bubble({
  message,
  quoted,
  isQuoting,
  reactions,
  startsGroup,
  businessName,
  actions,
}: BubbleProps) {
  const texts = useTexts();
  const locale = useLocale();
  const isMine = message.from === 'phone';
  const time = new Date(message.at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  const choices = choicesOf(message, texts.sendLocation);
  const wide = choices.length > 0 || message.type === 'template' ? 'wide' : '';
  return (
    <li className={`entry ${isMine ? 'mine' : 'theirs'} ${startsGroup ? 'first' : ''}`}>
      <div className={`stack ${wide}`}>
        <div className={`bubble bubble-${message.type}`}>
          {isQuoting ? <Quote message={quoted} businessName={businessName} /> : null}
          <Content type={message.type} content={message.content} />
          <span className="meta">
            <time dateTime={new Date(message.at).toISOString()}>{time}</time>
            {isMine ? <Ticks status={message.status} /> : null}
          </span>
          <BubbleMenu message={message} hasReaction={reactions.length > 0} actions={actions} />
        </div>
        {choices.length > 0 ? <Choices message={message} choices={choices} actions={actions} /> : null}
        {reactions.length > 0 ? <span className="reactions">{reactions.join(' ')}</span> : null}
      </div>
    </li>
  );
}
