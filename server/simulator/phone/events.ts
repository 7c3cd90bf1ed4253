import type { Request, Response } from 'express';
import type { Core } from '../core.ts';

/** Often enough that no proxy thinks the line dead. */
const HEARTBEAT_MS = 15_000;
const MOST_UNSENT_BYTES = 1_000_000;

/** The open lines to phone pages. */
export interface EventLines {
  /** `GET /api/events?phone=`: server-sent events until the page leaves. */
  open(request: Request, response: Response, phoneId: string): void;
  close(): void;
}

/** Lines that carry what `core.live` publishes. */
export function eventLines(core: Pick<Core, 'live' | 'clock'>): EventLines {
  const lines = new Set<Response>();
  return {
    open: (request, response, phoneId) => {
      response.set({
        'content-type': 'text/event-stream; charset=utf-8',
        // no-transform also keeps a compressing server from holding events back
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      });
      response.flushHeaders();
      response.write(`retry: 1000\nevent: hello\ndata: {"now":${core.clock()}}\n\n`);
      const stop = core.live.subscribe(phoneId, (event) => {
        // A page that does not read any more will connect again and ask for the history.
        if (response.writableLength > MOST_UNSENT_BYTES) response.destroy();
        else response.write(`data: ${JSON.stringify(event)}\n\n`);
      });
      const heartbeat = setInterval(() => response.write('event: beat\ndata: {}\n\n'), HEARTBEAT_MS);
      lines.add(response);
      request.on('close', () => {
        clearInterval(heartbeat);
        stop();
        lines.delete(response);
      });
    },
    close: () => {
      for (const line of lines) line.end();
    },
  };
}
