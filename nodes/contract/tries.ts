import { isObject, type Json } from './json.ts';
import type { OutboundMessage } from './message.ts';
import { type NoReply, noReplyTimer } from './no-reply.ts';
import { leave, type Outcome, type Visit, wait } from './node-type.ts';
import type { Schema } from './schema.ts';

const TRIES = 3;

/** The parameters of every node that asks again when it does not understand. */
export const triesProperties = {
  retryText: {
    type: 'string',
    title: 'When the answer does not fit, say',
    description: 'Leave it empty to ask the same question again.',
    format: 'template',
    minLength: 1,
    maxLength: 1024,
  },
  tries: {
    type: 'integer',
    title: 'How many answers before giving up',
    description: 'With 1, the first answer that does not fit is the last.',
    minimum: 1,
    maximum: 10,
    default: TRIES,
  },
} as const satisfies { readonly [name: string]: Schema };

type Asking = Visit<{ readonly tries?: number; readonly noReply?: NoReply }>;

/** The answer did not fit: says `message` and waits anew, or leaves by `port` when the tries are used up. */
export function askAgain(visit: Asking, message: OutboundMessage, port: string): Outcome {
  const { tries = TRIES, noReply } = visit.params;
  const tried = triedSoFar(visit.memo) + 1;
  if (tried >= tries) return leave(port);
  return wait('reply', {
    effects: [{ type: 'sendMessage', message }, ...noReplyTimer(visit, noReply)],
    memo: { tried },
  });
}

const triedSoFar = (memo: Json | undefined): number =>
  isObject(memo) && typeof memo['tried'] === 'number' ? memo['tried'] : 0;
