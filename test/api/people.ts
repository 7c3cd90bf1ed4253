import type { Role } from '../../server/api/permissions.ts';
import type { Answer, Stand } from './stand.ts';

/** Somebody with an account, in a browser of their own. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
  /** Asks the API as a page of ours does. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Adds somebody with a role, and signs them in. */
export async function addPerson(stand: Stand, role: Role, name: string = role): Promise<Person> {
  const email = `${name}@shop.test`;
  const { body } = await stand.ask('POST', '/users', { name, email, role });
  return { ...(await signIn(stand, email, body.password)), id: body.user.id };
}

/** Signs somebody in with a browser of its own. */
export async function signIn(stand: Stand, email: string, password: string): Promise<Omit<Person, 'id'>> {
  const response = await fetch(`${stand.url}/api/v1/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(await response.text());
  const cookie = cookieIn(response);
  return {
    email,
    password,
    cookie,
    ask: (method, path, body) => askWith(stand, { cookie, 'x-sluice': '1' }, method, path, body),
  };
}

/** What a browser would send back. */
export const cookieIn = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

export async function askWith(
  { url }: Stand,
  headers: { readonly [name: string]: string },
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
