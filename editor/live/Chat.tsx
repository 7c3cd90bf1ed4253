import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ConversationView, MessageRecord } from '../../server/api/contract.ts';
import { send } from '../lib/api.ts';
import { useWords } from '../lib/language.tsx';
import { listen } from '../lib/live.ts';
import { useResource } from '../lib/resource.ts';
import { Trouble } from '../lib/Trouble.tsx';
import { useNodeWords } from '../lib/use-node-words.ts';
import { newId } from './new-id.ts';
import { recordWords } from './sentences.ts';

interface ChatProps {
  readonly conversation: string;
  readonly me: string;
  readonly who: string;
}

const SHOWN = 12;

/** The latest messages of a conversation, and a line to answer. */
export function Chat({ conversation, me, who }: ChatProps) {
  const path = `/conversations/${encodeURIComponent(conversation)}`;
  const { data, reload } = useResource<ConversationView>(path);
  const list = useRef<HTMLOListElement>(null);
  useEffect(
    () => listen(`conversation:${conversation}`, { news: reload, line: (isOpen) => isOpen && reload() }),
    [conversation, reload],
  );
  const latest = data?.messages[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to scroll
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [latest]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol className="chat" ref={list} tabIndex={0} aria-label={who}>
        {data?.messages
          .slice(0, SHOWN)
          .toReversed()
          .map((message) => (
            <Line key={message.id} message={message} />
          ))}
      </ol>
      <Reply path={path} me={me} who={who} sent={reload} />
    </>
  );
}

function Line({ message }: { readonly message: MessageRecord }) {
  const { t } = useWords();
  const { retell } = useNodeWords();
  const { direction, failure } = message;
  const words = recordWords(message, t);
  return (
    <li data-direction={direction}>
      {words}
      {failure && <span className="bad"> {t('notSent', { reason: retell(failure.reason) })}</span>}
    </li>
  );
}

interface ReplyProps {
  readonly path: string;
  readonly me: string;
  readonly who: string;
  sent(): void;
}

function Reply({ path, me, who, sent }: ReplyProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [state, setState] = useState<{ readonly isBusy?: boolean; readonly error?: Error }>({});
  // The same id for a second try: what did go out does not go out again.
  const id = useRef(newId());
  const write = () => {
    if (text.trim() === '' || state.isBusy) return;
    setState({ isBusy: true });
    send('POST', `${path}/messages`, { agent: me, text, id: id.current }).then(
      () => {
        id.current = newId();
        setText('');
        setState({});
        sent();
      },
      (error: Error) => setState({ error }),
    );
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    write();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <Textarea
        aria-label={t('reply', { who })}
        placeholder={t('reply', { who })}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={4096}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={sendOnEnter}
      />
      {state.error && <Trouble error={state.error} />}
      <Button type="submit" size="xs" mt={6} loading={state.isBusy ?? false} disabled={text.trim() === ''}>
        {t('sendReply')}
      </Button>
    </form>
  );
}
