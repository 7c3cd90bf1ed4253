import { useEffect } from 'react';
import type { ConversationSummaryView, JournalEntry } from '../../server/api/contract.ts';
import { listen } from '../lib/live.ts';
import { type Resource, useResource } from '../lib/resource.ts';

const SETTLE_MS = 250;

/** Conversations that people have or wait for; read again when something happens that may change them. */
export function useWaiting(): Resource<readonly ConversationSummaryView[]> {
  const waiting = useResource<readonly ConversationSummaryView[]>('/conversations');
  const { reload } = waiting;
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = listen('journal', {
      news: (news) => {
        if (news.type !== 'journal' || !concernsPeople(news.entry)) return;
        clearTimeout(soon);
        soon = setTimeout(reload, SETTLE_MS);
      },
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [reload]);
  return waiting;
}

/** Hand-overs, what agents do, and what customers write to them. */
export const concernsPeople = ({ event, effects, to, ended }: JournalEntry): boolean =>
  event.type.startsWith('agent') ||
  to === 'owner' ||
  to === 'optOut' ||
  effects.some(({ type }) => type === 'handOver') ||
  event.type === 'timerFired' ||
  ended.some(({ why }) => why === 'failed');
