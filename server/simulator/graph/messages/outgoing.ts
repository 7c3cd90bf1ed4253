import type { Json } from '../../model.ts';
import { refusals } from '../graph-error.ts';
import { contents } from './content.ts';
import { isObject, object, optionalText } from './demand.ts';

/** A message that Graph has understood. */
export interface Outgoing {
  readonly type: string;
  readonly content: unknown;
  /** As the caller wrote it. */
  readonly to?: string;
  /** A business-scoped user id. */
  readonly recipient?: string;
  readonly context?: string;
  readonly callbackData?: string;
}

const NESTED = ['text', 'context', 'location', 'reaction', 'interactive', 'template', 'typing_indicator'];

/** Live Graph also takes nested objects as JSON texts. */
export function unwrapped(body: Json): Json {
  const loose = NESTED.filter((key) => typeof body[key] === 'string');
  if (loose.length === 0) return body;
  return { ...body, ...Object.fromEntries(loose.map((key) => [key, parsed(body[key] as string)])) };
}

/** Reads a message in the order Graph checks it: product, receiver, type, content. Graph errors 100, 131008, 131009, 131051. */
export function outgoing(body: Json): Outgoing {
  requireProduct(body);
  const receiver = receiverOf(body);
  const type = optionalText(body, 'type', 'type', 64) ?? 'text';
  const read = Object.hasOwn(contents, type) ? contents[type] : undefined;
  if (!read) throw refusals.of(131051, `Message type ${type} is not supported.`);
  const context = body['context'] === undefined ? undefined : object(body, 'context')['message_id'];
  const callbackData = optionalText(body, 'biz_opaque_callback_data', 'biz_opaque_callback_data', 512);
  return {
    type,
    content: read(body),
    ...receiver,
    ...(typeof context === 'string' && type !== 'reaction' ? { context } : {}),
    ...(callbackData === undefined ? {} : { callbackData }),
  };
}

function receiverOf(body: Json): Pick<Outgoing, 'to' | 'recipient'> {
  const to = optionalText(body, 'to', 'to', 64);
  const recipient = optionalText(body, 'recipient', 'recipient', 200);
  if (!(to || recipient)) throw refusals.missing('to');
  if (to && !/^\+?[\d\s().-]{3,40}$/.test(to)) throw refusals.value('Param to is not a phone number.');
  const kind = body['recipient_type'];
  if (kind !== undefined && kind !== 'individual')
    throw refusals.value('Param recipient_type must be individual.');
  // With both, `to` wins.
  if (to) return { to };
  return recipient ? { recipient } : {};
}

/** Every call to `messages` names its product. */
export function requireProduct(body: Json): void {
  if (body['messaging_product'] !== 'whatsapp')
    throw refusals.shape("The parameter messaging_product is required and must be 'whatsapp'.");
}

function parsed(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : source;
  } catch {
    return source;
  }
}
