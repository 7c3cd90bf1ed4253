import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Meta as a server sees it: takes messages, and posts webhooks until they are answered with 200. */
export interface MetaDouble {
  readonly url: string;
  /** Every message it was given, in order: recipient and text. */
  readonly given: { readonly to: string; readonly text: string }[];
  /** Posts an inbound message; resolves when a server has taken it. */
  writes(from: string, id: string, text: string): Promise<void>;
  /** Resolves when every webhook has been taken. */
  settled(): Promise<void>;
  close(): void;
}

const RETRY_MS = 50;

export async function startMeta(number: string, secret: string, webhook: () => string): Promise<MetaDouble> {
  const given: MetaDouble['given'] = [];
  const posts = new Set<Promise<void>>();
  let open = true;

  const post = (value: object): Promise<void> => {
    const body = JSON.stringify(envelope(number, value));
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const attempt = async (): Promise<void> => {
      while (open) {
        const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
        const answer = await fetch(webhook(), { method: 'POST', headers, body }).catch(() => undefined);
        if (answer?.status === 200) return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    };
    const posted = attempt().finally(() => posts.delete(posted));
    posts.add(posted);
    return posted;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
      if (message.status === 'read') return void response.end('{"success":true}');
      const id = `wamid.out.${given.length}`;
      given.push({ to: message.to.replace('+', ''), text: textOf(message) });
      void post({
        statuses: [
          {
            id,
            status: 'sent',
            timestamp: now(),
            recipient_id: message.to.replace('+', ''),
            biz_opaque_callback_data: message.biz_opaque_callback_data,
          },
        ],
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id }] }));
    });
  });
  return {
    url: await listening(server),
    given,
    writes: (from, id, text) =>
      post({
        contacts: [{ profile: { name: 'Ana' }, wa_id: from }],
        messages: [{ from, id, timestamp: now(), type: 'text', text: { body: text } }],
      }),
    settled: async () => {
      while (posts.size > 0) await Promise.all(posts);
    },
    close: () => {
      open = false;
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Sent {
  readonly to: string;
  readonly status?: string;
  readonly biz_opaque_callback_data?: string;
  readonly text?: { readonly body: string };
  readonly interactive?: { readonly body: { readonly text: string } };
}

const textOf = ({ text, interactive }: Sent): string => text?.body ?? interactive?.body.text ?? '';
const now = (): string => String(Math.floor(Date.now() / 1_000));

const envelope = (number: string, value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550001111', phone_number_id: number },
            ...value,
          },
        },
      ],
    },
  ],
});

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
