import type { Core } from '../core.ts';
import { newBsuid, newId } from '../ids.ts';
import type { BusinessNumber, Json, Phone } from '../model.ts';
import { problems } from '../problem.ts';
import { digitsOf } from '../world.ts';

/** Somebody with a phone, as asked for: with a number, with a username, or both. */
export interface NewPhone {
  readonly id?: string;
  readonly name: string;
  readonly number?: string;
  readonly username?: string;
  readonly language?: string;
}

/** What the page learns of a business number: never its token or secret. */
export const shownNumber = (number: BusinessNumber): Json => ({
  id: number.phoneNumberId,
  displayNumber: number.displayNumber,
  name: number.verifiedName,
  hints: number.hints ?? [],
});

/** Gives a person a phone; the same id again changes what is given. Problems `simulator.invalid`, `simulator.taken`. */
export async function putPhone(core: Core, wish: NewPhone): Promise<Phone> {
  const number = wish.number ? digitsOf(wish.number) : undefined;
  const id = wish.id ?? newId();
  const owner = number ? core.world.phoneByNumber(number) : undefined;
  if (owner && owner.id !== id) throw problems.taken(`${owner.name} already has this number.`);
  const phone: Phone = {
    id,
    name: wish.name,
    ...(number ? { number } : {}),
    ...(wish.username ? { username: wish.username } : {}),
    bsuid: core.world.phones.get(id)?.bsuid ?? newBsuid(),
    ...(wish.language ? { language: wish.language } : {}),
  };
  core.world.putPhone(phone);
  await core.store.savePhone(phone);
  core.live.publishToAll({ type: 'lists' });
  return phone;
}

/** Reads the page's form for a new person. Problem `simulator.invalid`. */
export function readPhone(body: Json): NewPhone {
  const name = word(body, 'name', 60);
  if (!name) throw problems.invalid('name must say who this is.');
  const number = word(body, 'number', 30);
  const username = word(body, 'username', 36)?.replace(/^@/, '');
  const language = word(body, 'language', 20);
  if (!(number || username)) throw problems.invalid('A phone needs a number or a username.');
  if (number && !/^\d{7,15}$/.test(digitsOf(number)))
    throw problems.invalid('number must have 7 to 15 digits with its country code.');
  if (username && !/^[a-z0-9._]{3,35}$/i.test(username))
    throw problems.invalid('username must have 3 to 35 letters, digits, dots or underscores.');
  return {
    name,
    ...(number ? { number } : {}),
    ...(username ? { username } : {}),
    ...(language ? { language } : {}),
  };
}

function word(body: Json, key: string, most: number): string | undefined {
  const value = body[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.length > most)
    throw problems.invalid(`${key} must be a text of at most ${most} letters.`);
  return value.trim();
}
