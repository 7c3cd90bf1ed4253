import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port: it listens from the first moment, and says "not ready" while there is nothing behind it. */
export interface Door {
  readonly server: Server;
  readonly port: number;
  opens(listener: RequestListener): void;
  /** Says "not ready" again to whoever comes. */
  shuts(): void;
  /** Stops listening. */
  close(): Promise<void>;
}

/** Rejects with a sentence when the port cannot be had. */
export function openDoor(port: number, host: string): Promise<Door> {
  let listener = notReady;
  const server = createServer((request, response) => listener(request, response));
  const opens = (next: RequestListener): void => {
    listener = next;
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken on ${host}. Stop what uses it, or set PORT to another.`)
          : error,
      ),
    );
    server.listen(port, host, () =>
      resolve({
        server,
        port: (server.address() as AddressInfo).port,
        opens,
        shuts: () => opens(notReady),
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
}

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: 'Not ready',
      status: 503,
      code: 'not-ready',
      detail: 'Sluice is starting or stopping; ask again in a moment.',
    }),
  );
};
