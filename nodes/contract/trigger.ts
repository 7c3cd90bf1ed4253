import type { Contact } from './contact.ts';
import type { JsonObject } from './json.ts';
import type { InboundMessage } from './message.ts';
import type { Schema } from './schema.ts';
import type { Sentence } from './sentence.ts';

/** When a trigger starts its flow, as its node's parameters say. */
export interface TriggerRule {
  readonly scope: TriggerScope;
  /** It also starts in the middle of another session. */
  readonly interrupts: boolean;
  /** Whether this message starts the flow, and how closely it fits. Pure. */
  match(incoming: Incoming): TriggerMatch | undefined;
  /** What it listens for, for people: `the keyword "price"`. */
  readonly says: Sentence;
  /** The folded words it would match exactly or anywhere; what the linter looks for clashes in. */
  readonly words?: readonly string[];
}

/** Empty lists mean: any. */
export interface TriggerScope {
  readonly numbers: readonly string[];
  readonly tags: readonly string[];
}

export interface Incoming {
  readonly message: InboundMessage;
  readonly contact: Contact;
  readonly number: string;
  /** The contact has never written on this number before. */
  readonly first: boolean;
}

export interface TriggerMatch {
  readonly fit: Fit;
  /** The word that matched, if a word did: the longer the more specific. */
  readonly word?: string;
  /** Variables the flow begins with. */
  readonly set?: JsonObject;
}

/** From the closest fit to the loosest; between two triggers of equal scope the closer wins. */
export const FITS = ['only', 'begins', 'word', 'pattern', 'first', 'any'] as const;
export type Fit = (typeof FITS)[number];

/** The parameters that all triggers share. */
export const scopeProperties = {
  numbers: {
    type: 'array',
    title: 'Only on these WhatsApp numbers',
    items: { type: 'string', format: 'number' },
  },
  tags: {
    type: 'array',
    title: 'Only for contacts with one of these tags',
    items: { type: 'string', format: 'tag' },
  },
} as const satisfies { readonly [name: string]: Schema };

export const scopeOf = ({
  numbers = [],
  tags = [],
}: {
  readonly numbers?: readonly string[];
  readonly tags?: readonly string[];
}): TriggerScope => ({ numbers, tags });
