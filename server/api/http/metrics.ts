import type { Request } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { News } from '../../runtime/ports.ts';
import type { ApiDeps } from '../deps.ts';

/** Figures for the operator's monitoring. */
export interface Metrics {
  /** In the text form of Prometheus. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
  refused(code: string): void;
}

const COUNTED_AT_MOST = 10_000;

/** Counts what is published, and asks the rest when it is read. */
export function createMetrics({
  live,
  store,
  workspace,
  runtime,
}: Pick<ApiDeps, 'live' | 'store' | 'workspace' | 'runtime'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const counters = {
    messages: counter(
      'sluice_messages_total',
      'Messages that came in or were handed to the channel',
      'direction',
    ),
    failed: counter('sluice_messages_failed_total', 'Messages that could not be sent', 'code'),
    events: counter('sluice_events_total', 'Events that moved a conversation', 'type'),
    unmatched: counter('sluice_messages_unmatched_total', 'Messages that no flow and no person answered'),
    refusals: counter('sluice_webhook_refusals_total', 'Webhook requests that were refused', 'code'),
  };
  live.listen((news) => count(counters, news));
  new Gauge({
    name: 'sluice_queue_length',
    help: 'Conversations that wait for a person',
    registers,
    async collect() {
      this.set((await store.conversations.list({ owner: 'queue', limit: COUNTED_AT_MOST })).length);
    },
  });
  new Gauge({
    name: 'sluice_number_rate',
    help: 'Messages a second that a number may send at now',
    labelNames: ['number'],
    registers,
    collect() {
      this.reset();
      for (const { id } of workspace.numbers()) {
        const rate = runtime.governor.rate(id);
        if (rate !== undefined) this.set({ number: id }, rate);
      }
    },
  });
  return {
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    refused: (code) => counters.refusals.inc({ code }),
  };
}

interface Counters {
  readonly messages: Counter;
  readonly failed: Counter;
  readonly events: Counter;
  readonly unmatched: Counter;
}

function count({ messages, failed, events, unmatched }: Counters, news: News): void {
  if (news.type === 'message') {
    const { direction, rank, failure } = news.message;
    if (rank === 'failed') failed.inc({ code: failure?.code ?? 'unknown' });
    else if (direction === 'in' || rank === 'accepted') messages.inc({ direction });
  }
  if (news.type === 'journal') {
    events.inc({ type: news.entry.event.type });
    if (news.entry.to === 'nobody') unmatched.inc();
  }
}

/** Asked from the machine itself, and not passed on by a proxy that stands on it. */
export const isLocal = ({ socket, headers }: Request): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;
