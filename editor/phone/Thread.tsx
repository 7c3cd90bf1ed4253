import { Fragment } from 'react';
import { Bubble, type BubbleActions } from './Bubble.tsx';
import { reactionsIn } from './chat-state.ts';
import { EmptyChat } from './EmptyChat.tsx';
import { Icon } from './Icon.tsx';
import { useLocale, useTexts } from './language.tsx';
import { PendingBubble } from './PendingBubble.tsx';
import type { Chat } from './use-chat.ts';
import { useEnd } from './use-end.ts';
import type { Line, Message } from './wire.ts';

interface ThreadProps {
  readonly chat: Chat;
  readonly line: Line;
  readonly isTyping: boolean;
  readonly actions: BubbleActions;
}

/** All messages of a chat, newest at the bottom. */
export function Thread({ chat, line, isTyping, actions }: ThreadProps) {
  const texts = useTexts();
  const { state } = chat;
  const { box, isAtEnd, onScroll, toEnd } = useEnd(state.messages[0]?.order ?? 0, state.pending.length > 0);
  const shown = state.messages.filter((message) => message.type !== 'reaction');
  const isEmpty = state.loaded && shown.length === 0 && state.pending.length === 0;
  return (
    <div className="thread-frame">
      <div
        className="thread"
        ref={box}
        onScroll={onScroll}
        role="log"
        aria-label={line.name}
        aria-busy={!state.loaded}
      >
        {state.hasEarlier ? (
          <button type="button" className="pill" onClick={chat.loadEarlier}>
            {texts.earlier}
          </button>
        ) : null}
        {isEmpty ? (
          <EmptyChat line={line} onTry={(body) => actions.write({ type: 'text', text: { body } })} />
        ) : (
          <ol className="entries">
            <Entries shown={shown} all={state.messages} line={line} actions={actions} />
            {state.pending.map((pending) => (
              <PendingBubble
                key={pending.clientId}
                pending={pending}
                onRetry={() => chat.retry(pending)}
                onDiscard={() => chat.discard(pending)}
              />
            ))}
            {isTyping ? (
              <li className="entry theirs first">
                <span className="bubble dots" role="img" aria-label={texts.typing}>
                  <i />
                  <i />
                  <i />
                </span>
              </li>
            ) : null}
          </ol>
        )}
      </div>
      {isAtEnd ? null : (
        <button type="button" className="round to-end" aria-label={texts.newest} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly shown: readonly Message[];
  readonly all: readonly Message[];
  readonly line: Line;
  readonly actions: BubbleActions;
}

function Entries({ shown, all, line, actions }: EntriesProps) {
  const texts = useTexts();
  const locale = useLocale();
  const byId = new Map(all.map((message) => [message.id, message]));
  const reactions = reactionsIn(all);
  return shown.map((message, index) => {
    const previous = shown[index - 1];
    const day = dayOf(message.at);
    const isNewDay = !previous || dayOf(previous.at) !== day;
    const words: Readonly<Record<string, string>> = {
      [dayOf(Date.now())]: texts.today,
      [dayOf(Date.now() - 86_400_000)]: texts.yesterday,
    };
    return (
      <Fragment key={message.id}>
        {isNewDay ? (
          <li className="day">
            <span>
              {words[day] ?? new Date(message.at).toLocaleDateString(locale, { dateStyle: 'long' })}
            </span>
          </li>
        ) : null}
        <Bubble
          message={message}
          quoted={message.context ? byId.get(message.context) : undefined}
          isQuoting={message.context !== undefined}
          reactions={reactions.get(message.id) ?? []}
          startsGroup={isNewDay || previous?.from !== message.from}
          businessName={line.name}
          actions={actions}
        />
      </Fragment>
    );
  });
}

const dayOf = (at: number): string => new Date(at).toDateString();
