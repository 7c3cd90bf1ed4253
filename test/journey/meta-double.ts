import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that Meta was given to send. */
export interface Given {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  /** What the server called it. */
  readonly about?: string;
}

/** Meta as a server sees it: takes messages, and posts webhooks until they are answered with 200. */
export interface MetaDouble {
  readonly url: string;
  /** Every message it was given, in order. */
  readonly given: Given[];
  /** Posts an inbound message; resolves when a server has taken it. */
  writes(from: string, id: string, text: string): Promise<void>;
  /** Posts changes in one webhook, once; resolves to the status, or to nothing when nobody answered. */
  posts(changes: readonly object[]): Promise<number | undefined>;
  /** Whether a status is told before the send it is about is answered: that happens. */
  isHasty: boolean;
  /** Resolves when every webhook has been taken. */
  settled(): Promise<void>;
  close(): void;
}

const RETRY_MS = 50;

export async function startMeta(number: string, secret: string, webhook: () => string): Promise<MetaDouble> {
  const given: MetaDouble['given'] = [];
  const posts = new Set<Promise<void>>();
  let open = true;

  const once = (changes: readonly object[]): Promise<number | undefined> => {
    const body = JSON.stringify(envelope(number, changes));
    const headers = { 'content-type': 'application/json', ...signed(body, secret) };
    return fetch(webhook(), { method: 'POST', headers, body }).then(
      ({ status }) => status,
      () => undefined,
    );
  };
  const post = (value: object): Promise<void> => {
    const attempt = async (): Promise<void> => {
      while (open) {
        if ((await once([value])) === 200) return;
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
      const to = message.to.replace('+', '');
      const about = message.biz_opaque_callback_data;
      given.push({ id, to, text: textOf(message), ...(about !== undefined && { about }) });
      const told = post(statusOf({ id, to, ...(about !== undefined && { about }) }, 'sent'));
      const answer = (): void => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id }] }));
      };
      if (double.isHasty) void told.then(answer);
      else answer();
    });
  });
  const double: MetaDouble = {
    isHasty: false,
    posts: once,
    url: await listening(server),
    given,
    writes: (from, id, text) => post(messageOf(from, { id, type: 'text', text: { body: text } })),
    settled: async () => {
      while (posts.size > 0) await Promise.all(posts);
    },
    close: () => {
      open = false;
      server.close();
      server.closeAllConnections();
    },
  };
  return double;
}

/** A change that brings a message: its id, its type and what stands under the type. */
export const messageOf = (
  from: string,
  message: { readonly id: string; readonly [key: string]: unknown },
): object => ({
  contacts: [{ profile: { name: 'Ana' }, wa_id: from }],
  messages: [{ from, timestamp: now(), ...message }],
});

/** A change that tells how far a message of ours has come. */
export const statusOf = ({ id, to, about }: Omit<Given, 'text'>, status: string): object => ({
  statuses: [{ id, status, timestamp: now(), recipient_id: to, biz_opaque_callback_data: about }],
});

/** The header that proves who posts a body. */
export const signed = (body: string, secret: string): { readonly [header: string]: string } => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});

interface Sent {
  readonly to: string;
  readonly status?: string;
  readonly biz_opaque_callback_data?: string;
  readonly text?: { readonly body: string };
  readonly interactive?: { readonly body: { readonly text: string } };
}

const textOf = ({ text, interactive }: Sent): string => text?.body ?? interactive?.body.text ?? '';
const now = (): string => String(Math.floor(Date.now() / 1_000));

const envelope = (number: string, changes: readonly object[]) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: changes.map((change) => ({
        field: 'messages',
        value: {
          messaging_product: 'whatsapp',
          metadata: { display_phone_number: '15550001111', phone_number_id: number },
          ...change,
        },
      })),
    },
  ],
});

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
