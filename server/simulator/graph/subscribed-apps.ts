import { randomInt } from 'node:crypto';
import type { Core } from '../core.ts';
import type { BusinessNumber, Json } from '../model.ts';
import { refusals } from './graph-error.ts';
import { optionalText, webAddress } from './messages/demand.ts';

/** `GET /{waba}/subscribed_apps`. */
export function subscribedApps(numbers: readonly BusinessNumber[]): Json {
  const url = numbers.find((number) => number.webhookUrl)?.webhookUrl;
  const app = { id: '670843887433847', name: 'Virtual app', link: 'https://www.facebook.com/' };
  return {
    data: [{ whatsapp_business_api_data: app, ...(url ? { override_callback_uri: url } : {}) }],
  };
}

/**
 * `POST /{waba}/subscribed_apps`: with `override_callback_uri` the webhooks of all its numbers go there, after the
 * handshake. Graph error 2200 when the address does not give the challenge back.
 */
export async function subscribe(core: Core, numbers: readonly BusinessNumber[], body: Json): Promise<Json> {
  if (body['override_callback_uri'] === undefined) return { success: true };
  const url = webAddress(body, 'override_callback_uri', 'override_callback_uri');
  if (url.length > 200)
    throw refusals.value('Param override_callback_uri must be at most 200 characters long.');
  const token = optionalText(body, 'verify_token', 'verify_token', 1000) ?? '';
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  if (!(await core.poster.verify(url, token, challenge)))
    throw refusals.of(2200, 'The callback address did not answer the challenge.');
  for (const number of numbers) {
    const moved = { ...number, webhookUrl: url };
    core.world.putNumber(moved);
    await core.store.saveNumber(moved);
    core.outbox.hurry(number.phoneNumberId);
  }
  return { success: true };
}
