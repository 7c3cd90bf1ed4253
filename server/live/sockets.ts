import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { Server, type Socket } from 'socket.io';
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

/** Says who may listen, and when that ends. */
export interface Doorkeeper {
  /** Who a page belongs to; nobody who may listen: undefined. */
  admit(headers: IncomingHttpHeaders): Promise<Guest | undefined>;
  /** Hears of everybody who may listen no more. */
  onEnded(listener: (isMeant: (guest: Guest) => boolean) => void): void;
}

/** Somebody who listens. */
export interface Guest {
  readonly signIn: string;
  readonly user?: string;
}

type Page = Socket<Wishes, Tidings, Record<never, never>, { guest?: Guest }>;

/** `journal` hears what happens everywhere, `conversation:…` everything about one. */
const ROOM = /^(journal|conversation:[^\s]{1,200})$/;
const MOST_ROOMS = 50;
/** Another server process may have signed somebody out. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Socket.IO at `/live`, for signed-in pages of this server only. Publishing never throws and waits for nobody.
 */
export function attachLive(server: HttpServer, doorkeeper: Doorkeeper): LiveHub {
  const io = new Server<Wishes, Tidings, Record<never, never>, { guest?: Guest }>(server, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: 10_000,
    allowRequest: ({ headers }, answer) => {
      doorkeeper.admit(headers).then(
        (guest) => answer(null, guest !== undefined),
        () => answer(null, false),
      );
    },
  });
  io.use((page, next) => {
    seat(doorkeeper, page).then(() => next(), next);
  });
  doorkeeper.onEnded((isMeant) => {
    for (const page of io.sockets.sockets.values())
      if (page.data.guest && isMeant(page.data.guest)) page.disconnect(true);
  });
  const looking = setInterval(() => {
    for (const page of io.sockets.sockets.values()) seat(doorkeeper, page).catch(() => page.disconnect(true));
  }, LOOK_AGAIN_MS).unref();
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
      clearInterval(looking);
      // Its own `close` would also close the HTTP server, which is not ours.
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** Writes down who listens. Rejects when they may not. */
async function seat({ admit }: Doorkeeper, page: Page): Promise<void> {
  const guest = await admit(page.handshake.headers);
  if (!guest) throw new Error('not signed in');
  page.data.guest = guest;
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
