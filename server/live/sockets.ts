import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type Access, hasTicket, isOwnPage } from '../api/access.ts';
import type { Live, News } from '../runtime/ports.ts';

/** Carries news to the pages that are open, and to whoever listens in this process. */
export interface LiveHub extends Live {
  /** Hears everything that is published, open pages or not. */
  listen(hear: (news: News) => void): void;
  close(): Promise<void>;
}

/** What a page says to the server: which rooms it wants to hear. */
export interface Wishes {
  follow(room: string): void;
  leave(room: string): void;
}

/** What the server says to a page. */
export interface Tidings {
  news(news: News): void;
}

type Page = Socket<Wishes, Tidings>;

/** `journal` hears what happens everywhere, `conversation:…` everything about one. */
const ROOM = /^(journal|conversation:[^\s]{1,200})$/;
const MOST_ROOMS = 50;

/**
 * Socket.IO at `/live`, for signed-in pages of this server only. Publishing never throws and waits for nobody.
 */
export function attachLive(server: HttpServer, access: Access): LiveHub {
  const io = new Server<Wishes, Tidings>(server, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: 10_000,
    allowRequest: ({ headers }, answer) => answer(null, hasTicket(access, headers) && isOwnPage(headers)),
  });
  const listeners: ((news: News) => void)[] = [];
  io.on('connection', serve);
  return {
    publish: (news) => {
      for (const hear of listeners) quietly(() => hear(news));
      quietly(() => {
        // One page in both rooms hears it once.
        const rooms = roomsOf(news);
        if (io.engine.clientsCount > 0 && rooms.length > 0) io.to([...rooms]).emit('news', news);
      });
    },
    listen: (hear) => {
      listeners.push(hear);
    },
    close: async () => {
      // Its own `close` would also close the HTTP server, which is not ours.
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function serve(page: Page): void {
  page.on('follow', (room) => {
    if (typeof room === 'string' && ROOM.test(room) && page.rooms.size < MOST_ROOMS) void page.join(room);
  });
  page.on('leave', (room) => {
    if (typeof room === 'string') void page.leave(room);
  });
}

function roomsOf(news: News): readonly string[] {
  switch (news.type) {
    case 'journal':
      return ['journal', `conversation:${news.entry.conversation}`];
    case 'message':
      return ['journal', `conversation:${news.message.conversation}`];
    case 'status':
      return ['journal'];
  }
}

/** Nothing depends on news being heard. */
function quietly(tell: () => void): void {
  try {
    tell();
  } catch {
    // A page that cannot be told reads it from the journal.
  }
}
