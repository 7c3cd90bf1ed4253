import { isObject, type JsonObject } from '../../../nodes/contract/json.ts';
import type { InboundContent } from '../../../nodes/contract/message.ts';
import { isDeeperThan } from './depth.ts';
import { objectIn, textIn } from './foreign.ts';
import { decodeTap } from './tap.ts';

const MAX_FORM_DEPTH = 32;

/** Reads a reply to an interactive message: a tap, a filled form, a decision about calls. */
export function interactive(item: JsonObject): InboundContent | undefined {
  const reply = objectIn(item, 'interactive');
  if (!reply) return undefined;
  const type = textIn(reply, 'type') ?? 'interactive';
  const content = REPLIES.get(type)?.(objectIn(reply, type) ?? {});
  return content ?? { kind: 'unsupported', what: type };
}

type ReplyReader = (reply: JsonObject) => InboundContent | undefined;

const tap: ReplyReader = (reply) => {
  const id = textIn(reply, 'id') ?? textIn(reply, 'title');
  if (id === undefined) return undefined;
  const tapped = decodeTap(id);
  const description = textIn(reply, 'description');
  return {
    kind: 'tap',
    title: textIn(reply, 'title') ?? tapped.option,
    ...tapped,
    ...(description !== undefined && { description }),
  };
};

/** A WhatsApp Flow (`flow`) or an address form (`address_message`). */
const form: ReplyReader = (reply) => ({
  kind: 'form',
  name: textIn(reply, 'name') ?? 'flow',
  answers: answersIn(textIn(reply, 'response_json')),
});

const callPermission: ReplyReader = (reply) =>
  textIn(reply, 'response') === undefined
    ? undefined
    : { kind: 'form', name: 'call_permission_reply', answers: reply };

const REPLIES: ReadonlyMap<string, ReplyReader> = new Map([
  ['button_reply', tap],
  ['list_reply', tap],
  ['nfm_reply', form],
  ['call_permission_reply', callPermission],
]);

/** The answers are JSON within JSON; what is no object is kept under `value`, what is no JSON as its text. */
function answersIn(json: string | undefined): JsonObject {
  if (json === undefined) return {};
  if (isDeeperThan(Buffer.from(json), MAX_FORM_DEPTH)) return { value: json };
  try {
    const parsed: unknown = JSON.parse(json);
    return isObject(parsed) ? parsed : { value: parsed as JsonObject[string] };
  } catch {
    return { value: json };
  }
}
