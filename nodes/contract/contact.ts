import type { Json, JsonObject } from './json.ts';

/** A person we talk with. */
export interface Contact {
  readonly id: string;
  /** The channel's address of the person: digits of the phone, or a business-scoped user id. */
  readonly address: string;
  readonly phone?: string;
  readonly name?: string;
  readonly language?: string;
  readonly tags: readonly string[];
  readonly fields: JsonObject;
  /** The person asked not to hear from us unless they write first. */
  readonly optedOut?: boolean;
}

/** How a contact changes. Applying a patch twice changes nothing more. */
export interface ContactPatch {
  readonly name?: string;
  readonly language?: string;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly fields?: { readonly [name: string]: Json };
  readonly optedOut?: boolean;
}

export function applyPatch(contact: Contact, patch: ContactPatch): Contact {
  const { addTags = [], removeTags = [], fields = {}, ...rest } = patch;
  const kept = contact.tags.filter((tag) => !removeTags.includes(tag) && !addTags.includes(tag));
  return { ...contact, ...rest, tags: [...kept, ...addTags], fields: { ...contact.fields, ...fields } };
}
