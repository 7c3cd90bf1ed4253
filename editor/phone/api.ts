import type { Draft, Line, Message, Person } from './wire.ts';

const BASE = '/simulator/api';

/** The server refused, or could not be reached; `sentence` is for the person. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** Both lists the page begins with. */
export async function lists(): Promise<{
  readonly lines: readonly Line[];
  readonly people: readonly Person[];
}> {
  const [numbers, phones] = await Promise.all([
    call<{ numbers: Line[] }>('/numbers'),
    call<{ phones: Person[] }>('/phones'),
  ]);
  return { lines: numbers.numbers, people: phones.phones };
}

/** Gives somebody a phone; an empty word is none. */
export const addPerson = (person: Readonly<Record<string, string>>): Promise<Person> =>
  call('/phones', person);

/** The newest messages of a chat before an order, oldest first. */
export async function history(person: string, line: string, before?: number): Promise<readonly Message[]> {
  const query = before === undefined ? '' : `&before=${before}`;
  const answer = await call<{ messages: Message[] }>(`${chat(person, line)}/messages?limit=${PAGE}${query}`);
  return answer.messages;
}

/** How many messages one look into the history brings. */
export const PAGE = 50;

/** Sends what a person does; the same client id twice is sent once. */
export function send(
  person: string,
  line: string,
  draft: Draft,
  clientId: string,
  context?: string,
): Promise<Message> {
  if (draft.type === 'file') {
    const form = new FormData();
    form.set('client_id', clientId);
    if (context) form.set('context', context);
    form.set('file', draft.file, draft.file.name);
    return call(`${chat(person, line)}/files`, form);
  }
  const about = context ? { context: { message_id: context } } : {};
  return call(`${chat(person, line)}/messages`, { ...draft, ...about, client_id: clientId });
}

/** Tells that the chat is open and seen. */
export const markRead = (person: string, line: string): Promise<unknown> =>
  call(`${chat(person, line)}/read`, {});

/** Where a kept file is shown from. */
export const mediaAddress = (id: string): string => `${BASE}/media/${encodeURIComponent(id)}`;

/** Where a person's open line is. */
export const eventsAddress = (person: string): string => `${BASE}/events?phone=${encodeURIComponent(person)}`;

const chat = (person: string, line: string): string =>
  `/phones/${encodeURIComponent(person)}/chats/${encodeURIComponent(line)}`;

async function call<T>(path: string, body?: object): Promise<T> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${BASE}${path}`, {
    method: body ? 'POST' : 'GET',
    credentials: 'same-origin',
    // Other sites cannot send the second: the server takes changes only with it.
    headers: { ...(body && !isForm && { 'content-type': 'application/json' }), 'x-sluice': '1' },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Refusal(0, '');
  });
  const read: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && read !== undefined) return read as T;
  const title = (read as { readonly title?: unknown } | undefined)?.title;
  throw new Refusal(answer.status, typeof title === 'string' ? title : '');
}
