import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the double saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answer = (res: ServerResponse, seen: Seen) => void;

/** A small real HTTP server that answers as a test wants and remembers what it was asked. */
export interface GraphDouble {
  readonly url: string;
  readonly seen: readonly Seen[];
  answer: Answer;
  close(): Promise<void>;
}

export const json =
  (status: number, body: unknown): Answer =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export async function openGraphDouble(): Promise<GraphDouble> {
  const seen: Seen[] = [];
  const double = { answer: json(200, {}) };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', url = '', headers } = req;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(request);
      double.answer(res, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    seen,
    get answer() {
      return double.answer;
    },
    set answer(answer) {
      double.answer = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
