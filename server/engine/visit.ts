import type { Calendar } from '../../nodes/contract/calendar.ts';
import type { Contact } from '../../nodes/contract/contact.ts';
import type { Json, JsonObject } from '../../nodes/contract/json.ts';
import { type InboundMessage, wordsOf } from '../../nodes/contract/message.ts';
import type { Outcome, Visit } from '../../nodes/contract/node-type.ts';
import { chance } from './chance.ts';
import type { Run, Turn } from './run.ts';
import type { ProgramNode } from './world.ts';

/** What the node at hand sees. Throws `TemplateError` when one of its texts cannot be filled. */
export const look = (run: Run, { node, waited }: Turn): Visit<JsonObject> => new Here(run, node, waited);

/** Lets the node at hand decide. */
export function decide(here: Visit<JsonObject>, { node, event }: Turn): Outcome {
  if (!event) return node.type.enter(here);
  if (!node.type.resume) throw new Error(`node type of "${node.title}" waits but cannot resume`);
  return node.type.resume(here, event);
}

/** What a node sees of the step it is in. What few nodes ask for is worked out when they do. */
class Here implements Visit<JsonObject> {
  readonly params: JsonObject;
  readonly vars: JsonObject;
  readonly contact: Contact;
  readonly at: number;
  readonly message?: InboundMessage;
  readonly lastInboundAt?: number;
  readonly memo?: Json;
  readonly since?: number;
  readonly calendar: (id: string) => Calendar | undefined;
  readonly #run: Run;
  readonly #node: string;
  #scope: JsonObject | undefined;

  constructor(run: Run, node: ProgramNode, waited: Turn['waited']) {
    const { message, lastInboundAt, world } = run;
    this.#run = run;
    this.#node = node.id;
    this.vars = run.vars;
    this.contact = run.contact;
    this.at = run.event.at;
    this.calendar = (id) => world.calendar(id);
    if (message) this.message = message;
    if (lastInboundAt !== undefined) this.lastInboundAt = lastInboundAt;
    if (waited) this.since = waited.since;
    if (waited?.memo !== undefined) this.memo = waited.memo;
    this.params = node.fill(() => this.scope);
  }

  get scope(): JsonObject {
    this.#scope ??= scopeOf(this.#run);
    return this.#scope;
  }

  get chance(): number {
    return chance(this.#run.session.id, this.#node, this.#run.event.id);
  }
}

/** What texts and conditions may read: the flow's variables at the root, and beside them what we know anyway. */
export function scopeOf(run: Run): JsonObject {
  if (run.known?.contact !== run.contact) run.known = { contact: run.contact, scope: knownAnyway(run) };
  return { ...run.vars, ...run.known.scope };
}

function knownAnyway({ contact, message, event, world }: Run): JsonObject {
  const { name = '', phone = '', language = '', tags, fields } = contact;
  return {
    contact: { ...fields, name, phone, language, tags, fields },
    message: message ? { text: wordsOf(message), kind: message.kind } : { text: '', kind: '' },
    now: new Date(event.at).toISOString(),
    timeZone: world.settings.timeZone,
  };
}
