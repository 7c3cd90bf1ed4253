import type { JsonObject } from '../../nodes/contract/json.ts';
import { wordsOf } from '../../nodes/contract/message.ts';
import type { Outcome, Visit } from '../../nodes/contract/node-type.ts';
import { chance } from './chance.ts';
import type { Run, Turn } from './run.ts';

/** Lets the node at hand decide. Throws `TemplateError` when one of its texts cannot be filled. */
export function visit(run: Run, { node, event, waited }: Turn): Outcome {
  const { world, contact, vars, message, lastInboundAt } = run;
  let known: JsonObject | undefined;
  const scope = (): JsonObject => {
    known ??= scopeOf(run);
    return known;
  };
  const here: Visit<JsonObject> = {
    params: node.fill(scope),
    vars,
    contact,
    at: run.event.at,
    calendar: (id) => world.calendar(id),
    get chance() {
      return chance(run.session.id, node.id, run.event.id);
    },
    get scope() {
      return scope();
    },
    ...(message && { message }),
    ...(lastInboundAt !== undefined && { lastInboundAt }),
    ...waited,
  };
  if (!event) return node.type.enter(here);
  if (!node.type.resume) throw new Error(`node type of "${node.title}" waits but cannot resume`);
  return node.type.resume(here, event);
}

/** What texts and conditions may read: the flow's variables at the root, and beside them what we know anyway. */
export function scopeOf({ vars, contact, message, event, world }: Run): JsonObject {
  const { name = '', phone = '', language = '', tags, fields } = contact;
  return {
    ...vars,
    contact: { ...fields, name, phone, language, tags, fields },
    message: message ? { text: wordsOf(message), kind: message.kind } : { text: '', kind: '' },
    now: new Date(event.at).toISOString(),
    timeZone: world.settings.timeZone,
  };
}
