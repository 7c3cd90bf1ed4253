import type { JsonObject } from '../../../nodes/contract/json.ts';
import { numberIn, objectIn, objectsIn, textIn } from './foreign.ts';

/** A webhook's error object: old ones have only `code` and `title`. */
export interface WebhookError {
  readonly code?: number;
  readonly details?: string;
}

/** The first of `errors[]` of a message, a status or a value. */
export function firstError(item: JsonObject): WebhookError | undefined {
  const [error] = objectsIn(item, 'errors');
  if (!error) return undefined;
  const code = numberIn(error, 'code');
  const details =
    textIn(objectIn(error, 'error_data') ?? {}, 'details') ??
    textIn(error, 'title') ??
    textIn(error, 'message');
  return { ...(code !== undefined && { code }), ...(details !== undefined && { details }) };
}
