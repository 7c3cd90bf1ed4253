import { useEffect, useState } from 'react';
import type { Refusal } from './api.ts';
import { ChatHeader } from './ChatHeader.tsx';
import { Composer } from './Composer.tsx';
import { ListSheet } from './ListSheet.tsx';
import { useTexts } from './language.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { Thread } from './Thread.tsx';
import { filled } from './texts.ts';
import { useChat } from './use-chat.ts';
import type { Line, Message, Person } from './wire.ts';

interface ChatScreenProps {
  readonly person: Person;
  readonly line: Line;
  readonly onPeople: () => void;
  readonly onLists: () => void;
  readonly onSignedOut: () => void;
}

type Opened =
  | { readonly sheet: 'list'; readonly message: Message }
  | { readonly sheet: 'place'; readonly about?: string };

/** The screen of the phone: one person's chat with one number. */
export function ChatScreen({ person, line, onPeople, onLists, onSignedOut }: ChatScreenProps) {
  const texts = useTexts();
  const [opened, setOpened] = useState<Opened>();
  const [replyTo, setReplyTo] = useState<Message>();
  const [trouble, setTrouble] = useState('');
  const onRefusal = (refusal: Refusal) => {
    if (refusal.status === 401) onSignedOut();
    else setTrouble(refusal.message);
  };
  const chat = useChat(person.id, line.id, { onLists, onRefusal });
  const isTyping = useIsFuture(chat.state.typingUntil);
  const close = () => setOpened(undefined);
  return (
    <>
      <ChatHeader line={line} person={person} isTyping={isTyping} onPeople={onPeople} />
      {chat.isOnline ? null : (
        <p className="banner" role="status">
          {texts.offline}
        </p>
      )}
      {trouble ? (
        <button type="button" className="banner" onClick={() => setTrouble('')}>
          {filled(texts.tooLarge, 'why', trouble)}
        </button>
      ) : null}
      <Thread
        chat={chat}
        line={line}
        isTyping={isTyping}
        actions={{
          write: (draft) => chat.write(draft),
          reply: setReplyTo,
          openList: (message) => setOpened({ sheet: 'list', message }),
          sendPlace: (message) => setOpened({ sheet: 'place', about: message.id }),
        }}
      />
      <Composer
        replyTo={replyTo}
        businessName={line.name}
        onCancelReply={() => setReplyTo(undefined)}
        onPlace={() => setOpened({ sheet: 'place' })}
        onWrite={(draft) => {
          setReplyTo(undefined);
          chat.write(draft, replyTo?.id);
        }}
      />
      {opened?.sheet === 'list' ? (
        <ListSheet
          message={opened.message}
          onClose={close}
          onRow={(id) => {
            close();
            chat.write({ type: 'tap', tap: { message_id: opened.message.id, id } });
          }}
        />
      ) : null}
      {opened?.sheet === 'place' ? (
        <PlaceSheet
          onClose={close}
          onPlace={(location) => {
            close();
            chat.write({ type: 'location', location }, opened.about);
          }}
        />
      ) : null}
    </>
  );
}

/** Whether a moment is still to come; changes by itself when it has passed. */
function useIsFuture(at: number): boolean {
  const [now, setNow] = useState(0);
  useEffect(() => {
    setNow(Date.now());
    const wait = at - Date.now();
    if (wait <= 0) return;
    const timer = window.setTimeout(() => setNow(Date.now()), wait + 10);
    return () => window.clearTimeout(timer);
  }, [at]);
  return now > 0 && at > now;
}
