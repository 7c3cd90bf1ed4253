import type { Sentence } from '../../nodes/contract/sentence.ts';

/** One of several things that are wrong. */
export interface RefusedPart {
  readonly message: string;
  /** The same, to be put into another language, where the server knows it in its parts. */
  readonly sentence?: Sentence;
  readonly node?: string;
}

/** What the server refused, with its sentence. */
export class Refusal extends Error {
  readonly code: string;
  readonly errors: readonly RefusedPart[];

  constructor(code: string, sentence: string, errors: Refusal['errors'] = []) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
  }
}

/** Reads from the API. Throws a `Refusal`. */
export const read = <T>(path: string): Promise<T> => ask<T>('GET', path);

/** Changes something. A text is sent as it is. Throws a `Refusal`. */
export const send = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> =>
  ask<T>(method, path, body);

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      // Other sites cannot send it: the server takes changes only with it.
      'x-sluice': '1',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal('offline', 'The server does not answer. Is it still running?');
  });
  // The page that asks who is there comes with the next load.
  if (response.status === 401) location.reload();
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw refusalIn(text, response.status);
}

function refusalIn(text: string, status: number): Refusal {
  try {
    const { code, detail, errors } = JSON.parse(text);
    return new Refusal(code, detail, errors);
  } catch {
    return new Refusal('unknown', `The server answered ${status}.`);
  }
}
