import { useEffect, useReducer } from 'react';
import { history, markRead, PAGE, Refusal, send } from './api.ts';
import { applyToChat, type ChatState, closedChat, type Pending } from './chat-state.ts';
import { useLine } from './use-line.ts';
import type { Draft } from './wire.ts';

/** A chat and what one can do in it. */
export interface Chat {
  readonly state: ChatState;
  readonly isOnline: boolean;
  readonly write: (draft: Draft, context?: string) => void;
  readonly retry: (pending: Pending) => void;
  readonly discard: (pending: Pending) => void;
  readonly loadEarlier: () => void;
}

/** What a chat tells the page around it. */
export interface ChatListeners {
  readonly onLists: () => void;
  readonly onRefusal: (refusal: Refusal) => void;
}

/** Opens the chat of a person with a number and keeps it alive. */
export function useChat(person: string, line: string, listeners: ChatListeners): Chat {
  const [state, dispatch] = useReducer(applyToChat, closedChat(`${line}:${person}`));
  const isVisible = useVisible();
  const complain = (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    listeners.onRefusal(error);
  };
  const load = () => {
    history(person, line)
      .then((messages) => dispatch({ type: 'loaded', messages, full: messages.length === PAGE }))
      .catch(complain);
  };
  const isOnline = useLine(person, load, (event) => {
    if (event.type === 'lists') listeners.onLists();
    dispatch(event);
  });
  const unread = state.messages.findLast(
    (each) => each.from === 'business' && each.status === 'delivered',
  )?.id;
  useEffect(() => {
    if (isVisible && unread) markRead(person, line).catch(() => undefined);
  }, [isVisible, unread, person, line]);
  const deliver = (pending: Pending) => {
    dispatch({ type: 'written', pending });
    send(person, line, pending.draft, pending.clientId, pending.context)
      .then((message) => dispatch({ type: 'message', message }))
      .catch((error: unknown) => {
        dispatch({ type: 'notSent', clientId: pending.clientId });
        complain(error);
      });
  };
  return {
    state,
    isOnline,
    write: (draft, context) =>
      deliver({
        draft,
        clientId: newClientId(),
        at: Date.now(),
        failed: false,
        ...(context ? { context } : {}),
      }),
    retry: (pending) => deliver({ ...pending, failed: false }),
    discard: ({ clientId }) => dispatch({ type: 'discarded', clientId }),
    loadEarlier: () => {
      history(person, line, state.messages[0]?.order)
        .then((messages) => dispatch({ type: 'earlier', messages, full: messages.length === PAGE }))
        .catch(complain);
    },
  };
}

// crypto.randomUUID is not there on plain http, which is how many try this page from another machine.
const newClientId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');

function useVisible(): boolean {
  const [isVisible, change] = useReducer(() => document.visibilityState === 'visible', true);
  useEffect(() => {
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, []);
  return isVisible;
}
