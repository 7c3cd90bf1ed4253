import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of the Graph API as sending needs, and no more, so that what is measured is Sluice. */
export interface GraphDouble {
  readonly url: string;
  close(): void;
}

/** Starts it; `onSend` is told the text and the recipient of each message as it comes in. */
export function startGraphDouble(onSend: (text: string, to: string) => void): Promise<GraphDouble> {
  let count = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { to, text } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent;
      if (text) onSend(text.body, to);
      count += 1;
      const body = `{"messaging_product":"whatsapp","contacts":[{"input":"${to}","wa_id":"1"}],"messages":[{"id":"wamid.out.${count}"}]}`;
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    ),
  );
}

interface Sent {
  readonly to: string;
  readonly text?: { readonly body: string };
}
