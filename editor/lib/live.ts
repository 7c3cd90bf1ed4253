import type { Socket } from 'socket.io-client';
import type { Present, Whereabouts } from '../../server/live/presence.ts';
import type { Tidings, Wishes } from '../../server/live/sockets.ts';
import type { News } from '../../server/runtime/ports.ts';

type Line = Socket<Tidings, Wishes>;

let line: Promise<Line> | undefined;
const rooms = new Map<string, number>();

/** One line to the server for the whole page; it is opened when somebody first listens. */
async function open(): Promise<Line> {
  const { io } = await import('socket.io-client');
  const socket: Line = io({ path: '/live' });
  socket.on('connect', () => {
    for (const room of rooms.keys()) socket.emit('follow', room);
  });
  return socket;
}

/** How to hear what happens. */
export interface Ears {
  news(news: News): void;
  /** The line is there, or is not. What happened in between must be read anew. */
  line?(isOpen: boolean): void;
}

/** Hears a room until what comes back is called. */
export function listen(room: string, ears: Ears): () => void {
  line ??= open();
  let isWanted = true;
  let stop = () => {};
  void line.then((socket) => {
    if (!isWanted) return;
    stop = hear(socket, room, ears);
  });
  return () => {
    isWanted = false;
    stop();
  };
}

function hear(socket: Line, room: string, ears: Ears): () => void {
  const news = (item: News) => ears.news(item);
  const up = () => ears.line?.(true);
  const down = () => ears.line?.(false);
  rooms.set(room, (rooms.get(room) ?? 0) + 1);
  socket.on('news', news).on('connect', up).on('disconnect', down);
  if (socket.connected) {
    socket.emit('follow', room);
    up();
  }
  return () => {
    socket.off('news', news).off('connect', up).off('disconnect', down);
    const left = (rooms.get(room) ?? 1) - 1;
    if (left > 0) rooms.set(room, left);
    else {
      rooms.delete(room);
      socket.emit('leave', room);
    }
  };
}

/** The news of where one is, and who else is there, as long as the page says so. */
export function beHere(where: Whereabouts, others: (people: readonly Present[]) => void): () => void {
  line ??= open();
  let isWanted = true;
  let stop = () => {};
  void line.then((socket) => {
    if (!isWanted) return;
    const say = () => socket.emit('here', where);
    const hear = (flow: string, people: readonly Present[]) => flow === where.flow && others(people);
    const lost = () => others([]);
    socket.on('connect', say).on('present', hear).on('disconnect', lost);
    if (socket.connected) say();
    stop = () => {
      socket.off('connect', say).off('present', hear).off('disconnect', lost);
      gone = setTimeout(() => socket.emit('here', null));
    };
    clearTimeout(gone);
  });
  return () => {
    isWanted = false;
    stop();
  };
}

/** Going from one node to the next is no leaving. */
let gone: ReturnType<typeof setTimeout> | undefined;
