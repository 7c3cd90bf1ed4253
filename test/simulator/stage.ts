import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Knobs } from '../../server/simulator/knobs.ts';
import type { BusinessNumber } from '../../server/simulator/model.ts';
import { createSimulator, type Simulator } from '../../server/simulator/simulator.ts';
import { memoryStore } from '../../server/simulator/store/memory-store.ts';
import type { SimulatorStore } from '../../server/simulator/store/store.ts';

/** JSON of the outside, as loosely as a test reads it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they check
export type Loose = any;

/** An HTTP answer, read. */
export interface Answer {
  readonly status: number;
  readonly body: Loose;
}

/** A business that writes down what it hears. */
export interface Business {
  readonly url: string;
  readonly heard: { readonly raw: Buffer; readonly signature: string; readonly json: Loose }[];
  /** What it answers. */
  status: number;
  readonly values: () => Loose[];
  readonly messages: () => Loose[];
  readonly statuses: () => Loose[];
  close(): Promise<void>;
}

export const TOKEN = 'EAAtest';
export const SECRET = 'app-secret';
export const PHONE_ID = '106540352242922';
export const WABA = '102290129340398';

/** Listens on a free port. */
export async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a business. */
export async function business(port = 0): Promise<Business> {
  const heard: Business['heard'] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const raw = Buffer.concat(await Array.fromAsync(request));
    if (request.method === 'GET') {
      response.end(
        url.searchParams.get('hub.verify_token') === 'sesame' ? url.searchParams.get('hub.challenge') : 'no',
      );
      return;
    }
    if (self.status === 200) {
      const signature = String(request.headers['x-hub-signature-256']);
      heard.push({ raw, signature, json: JSON.parse(raw.toString()) });
    }
    response.statusCode = self.status;
    response.end();
  });
  const values = () =>
    heard.flatMap(({ json }) =>
      json.entry.flatMap((entry: Loose) => entry.changes.map((change: Loose) => change.value)),
    );
  const self: Business = {
    url: `${await listen(server, port)}/webhooks/whatsapp`,
    heard,
    status: 200,
    values,
    messages: () => values().flatMap((value) => value.messages ?? []),
    statuses: () => values().flatMap((value) => value.statuses ?? []),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return self;
}

/** A simulator over HTTP. */
export interface Stage {
  readonly simulator: Simulator;
  readonly url: string;
  readonly graph: (method: string, path: string, body?: object, token?: string) => Promise<Answer>;
  readonly send: (message: object) => Promise<Answer>;
  readonly phone: (method: string, path: string, body?: object) => Promise<Answer>;
  close(): Promise<void>;
}

export const QUICK: Partial<Knobs> = { sentAfterMs: 5, deliveredAfterMs: 15, readAfterMs: 5 };
export const ANA = { id: 'ana', name: 'Ana 🌸', number: '15557770000' };

/** Starts a simulator with one number and Ana. */
export async function stage(
  webhookUrl: string,
  knobs: Partial<Knobs> = {},
  rest: { store?: SimulatorStore; clock?: () => number; number?: Partial<BusinessNumber> } = {},
): Promise<Stage> {
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: object, text: string) => console.error(_, text),
  };
  const { store = memoryStore(), clock, number } = rest;
  const simulator = await createSimulator({
    store,
    log,
    knobs: { ...QUICK, ...knobs },
    ...(clock ? { clock } : {}),
  });
  const app = express().use('/simulator', simulator.router);
  const server = createServer(app);
  const url = `${await listen(server)}/simulator`;
  await simulator.addNumber({
    phoneNumberId: PHONE_ID,
    wabaId: WABA,
    displayNumber: '+1 555 000 1111',
    verifiedName: 'Sluice Café',
    token: TOKEN,
    appSecret: SECRET,
    webhookUrl,
    hints: ['price'],
    ...number,
  });
  await simulator.addPhone(ANA);
  const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const form = body instanceof FormData;
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const graph: Stage['graph'] = (method, path, body, token = TOKEN) =>
    call(method, `/graph${path}`, body, { authorization: `Bearer ${token}` });
  return {
    simulator,
    url,
    graph,
    send: (message) =>
      graph('POST', `/v25.0/${PHONE_ID}/messages`, {
        messaging_product: 'whatsapp',
        to: '+15557770000',
        ...message,
      }),
    phone: (method, path, body) => call(method, `/api${path}`, body),
    close: async () => {
      await simulator.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Ana's chat, as a path. */
export const CHAT = `/phones/ana/chats/${PHONE_ID}`;

/** Ana writes. */
export const says = (place: Stage, body: string, more: object = {}): Promise<Answer> =>
  place.phone('POST', `${CHAT}/messages`, { type: 'text', text: { body }, ...more });

/** Waits until something holds; events of the outside have no promise to wait for. */
export async function until(holds: () => unknown, withinMs = 5000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${withinMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The signature a webhook must carry. */
export const signed = (raw: Buffer): string =>
  `sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`;
