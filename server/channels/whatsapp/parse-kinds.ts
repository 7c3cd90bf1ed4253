import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { InboundContent, Place } from '../../../nodes/contract/message.ts';
import { numberIn, objectIn, objectsIn, present, textIn } from './foreign.ts';
import { firstError } from './parse-error.ts';
import { interactive } from './parse-interactive.ts';
import { media } from './parse-media.ts';
import { decodeTap } from './tap.ts';

/** Reads what one kind of message says from an item of `messages[]`; nothing if it lacks what makes the kind. */
export type KindReader = (item: JsonObject) => InboundContent | undefined;

const text: KindReader = (item) => {
  const body = textIn(objectIn(item, 'text') ?? {}, 'body');
  return body === undefined ? undefined : { kind: 'text', text: body };
};

const location: KindReader = (item) => {
  const place = objectIn(item, 'location') ?? {};
  const latitude = numberIn(place, 'latitude');
  const longitude = numberIn(place, 'longitude');
  if (latitude === undefined || longitude === undefined) return undefined;
  const name = textIn(place, 'name');
  return {
    kind: 'location',
    ...present<Place>({ latitude, longitude, name, address: textIn(place, 'address') }),
  };
};

const contacts: KindReader = (item) => {
  const cards = objectsIn(item, 'contacts');
  return cards.length === 0 ? undefined : { kind: 'contacts', contacts: cards };
};

/** A tap on the quick reply of a template. */
const button: KindReader = (item) => {
  const tapped = objectIn(item, 'button') ?? {};
  const payload = textIn(tapped, 'payload') ?? textIn(tapped, 'text');
  if (payload === undefined) return undefined;
  return { kind: 'tap', title: textIn(tapped, 'text') ?? payload, ...decodeTap(payload) };
};

/** A removed reaction has an empty emoji or none at all. */
const reaction: KindReader = (item) => {
  const reacted = objectIn(item, 'reaction') ?? {};
  const to = textIn(reacted, 'message_id');
  const emoji = textIn(reacted, 'emoji');
  return to === undefined ? undefined : { kind: 'reaction', to, ...(emoji !== undefined && { emoji }) };
};

const order: KindReader = (item) => {
  const ordered = objectIn(item, 'order');
  if (!ordered) return undefined;
  const note = textIn(ordered, 'text');
  return {
    kind: 'order',
    catalog: textIn(ordered, 'catalog_id') ?? '',
    items: objectsIn(ordered, 'product_items'),
    ...(note !== undefined && { text: note }),
  };
};

/** News about the contact: `details` is the object as it came, with the new number always under `wa_id`. */
const system: KindReader = (item) => {
  const news = objectIn(item, 'system');
  if (!news) return undefined;
  const identity = objectIn(item, 'identity');
  const newNumber = textIn(news, 'wa_id') ?? textIn(news, 'new_wa_id');
  const said = textIn(news, 'body');
  return {
    kind: 'system',
    what: textIn(news, 'type') ?? 'unknown',
    ...(said !== undefined && { text: said }),
    details: { ...news, ...(newNumber !== undefined && { wa_id: newNumber }), ...(identity && { identity }) },
  };
};

const edit: KindReader = (item) => {
  const edited = objectIn(item, 'edit') ?? {};
  const of = textIn(edited, 'original_message_id');
  if (of === undefined) return undefined;
  const written = wordsIn(objectIn(edited, 'message') ?? {});
  return { kind: 'edit', of, ...(written !== undefined && { text: written }) };
};

/** The new words of an edited message: of a text, or the caption of a picture, video or document. */
const wordsIn = (message: JsonObject): string | undefined =>
  textIn(objectIn(message, 'text') ?? {}, 'body') ??
  textIn(objectIn(message, textIn(message, 'type') ?? '') ?? {}, 'caption');

const revoke: KindReader = (item) => {
  const of = textIn(objectIn(item, 'revoke') ?? {}, 'original_message_id');
  return of === undefined ? undefined : { kind: 'revoke', of };
};

/** What WhatsApp itself could not hand over: Graph error 131051 or 131060. Old payloads call it `unknown`. */
const unsupported: KindReader = (item) => {
  const type = textIn(objectIn(item, 'unsupported') ?? {}, 'type') ?? textIn(item, 'type') ?? 'unknown';
  const reason = firstError(item)?.details;
  return { kind: 'unsupported', what: type, ...(reason !== undefined && { reason }) };
};

/** Every `type` of an inbound message that we understand. */
export const KINDS: ReadonlyMap<string, KindReader> = new Map<string, KindReader>([
  ['text', text],
  ['image', media('image')],
  ['video', media('video')],
  ['audio', media('audio')],
  ['voice', media('audio')],
  ['document', media('document')],
  ['sticker', media('sticker')],
  ['location', location],
  ['contacts', contacts],
  ['interactive', interactive],
  ['button', button],
  ['reaction', reaction],
  ['order', order],
  ['system', system],
  ['request_welcome', () => ({ kind: 'welcome' })],
  ['edit', edit],
  ['revoke', revoke],
  ['unsupported', unsupported],
  ['unknown', unsupported],
]);
