import { isObject, type Json, type JsonObject } from '../../nodes/contract/json.ts';
import type { Port } from '../../nodes/contract/node-type.ts';
import type { Reason } from '../../nodes/contract/reason.ts';
import type { ObjectSchema, Schema } from '../../nodes/contract/schema.ts';
import { type Fillings, fillSentence, say as phrase, type Sentence } from '../../nodes/contract/sentence.ts';
import type { NodeTypeView } from '../../server/api/contract.ts';
import type { Refusal } from './api.ts';
import type { Dictionary, Entries } from './dictionary.ts';
import { summarise } from './faces.ts';
import { shownValues } from './reason-values.ts';
import { reteller } from './retell.ts';
import type { Language } from './texts.ts';

/** The words of the language of flows, for somebody who reads one language. */
export interface NodeWords {
  /** A sentence of the linter, the router or a node type; or an English text, its holes filled. */
  say(sentence: Sentence | string, values?: Fillings): string;
  /** What the server said and kept in English (in the journal, about a failure), as far as it is known. */
  retell(english: string): string;
  /** Why the API refused something: by its own words where they are known, else by its code. */
  refusalOf(refusal: Pick<Refusal, 'code' | 'message'>): string;
  /** A fact behind a decision (`why` of a node type), its values written as the reader writes them. */
  sayReason(reason: Reason): string;
  titleOf(type: NodeTypeView): string;
  docOf(type: NodeTypeView): string;
  /** The schema of a type's settings with its titles, descriptions, samples and labels; the same object each time. */
  schemaOf(type: NodeTypeView): ObjectSchema;
  /** What a new node begins with, in words that its author understands, and the ways out it has then. */
  freshOf(type: NodeTypeView): NodeTypeView['fresh'];
  /** The name of a way out. What its author wrote stays. */
  portLabel(type: string, port: Pick<Port, 'label' | 'authored'>): string;
  /** The line for the box of a node, whatever its params hold. */
  summaryOf(type: string, params: JsonObject): string;
}

/** Sorts what was loaded by folder: `contract` is everybody's. */
export function collectEntries(
  files: { readonly [path: string]: Entries },
  shared: Entries,
): Omit<Dictionary, 'refusals'> {
  const types = Object.fromEntries(
    Object.entries(files).map(([path, entries]) => [path.split('/').at(-2) ?? '', entries]),
  );
  return { shared: { ...shared, ...types['contract'] }, types };
}

/** Makes the words of one language. A text that no dictionary has stays English. */
export function nodeWords({ shared, types, refusals }: Dictionary, language: Language): NodeWords {
  const everything: Entries = Object.assign({}, ...Object.values(types), shared);
  const tongueOf = (entries: Entries, others: Entries) => ({
    code: language,
    translate: (says: string) => find(entries, says) ?? find(others, says) ?? says,
  });
  // The same English may mean one thing in a node type and another elsewhere, so the type's own word goes first.
  const own = (type: string) => tongueOf(types[type] ?? {}, shared);
  // Whose sentence a problem is, is not known: the shared words first, then those of any type.
  const common = tongueOf(shared, everything);
  const retell = reteller(everything, common);
  const schemas = new WeakMap<ObjectSchema, ObjectSchema>();
  return {
    say: (sentence, values) =>
      fillSentence(typeof sentence === 'string' ? phrase(sentence, values) : sentence, common),
    retell,
    refusalOf: ({ code, message }) => {
      const told = retell(message);
      return told === message ? (find(refusals, code) ?? message) : told;
    },
    sayReason: ({ says, values }) => fillSentence(phrase(says, shownValues(values, language)), common),
    titleOf: ({ type, title }) => own(type).translate(title),
    docOf: ({ type, doc }) => own(type).translate(doc),
    schemaOf: ({ type, params }) => {
      const known = schemas.get(params) ?? (inWords(params, own(type).translate) as ObjectSchema);
      schemas.set(params, known);
      return known;
    },
    freshOf: ({ type, fresh: { params, ports } }) => {
      const { translate } = own(type);
      return {
        params: inside(params, translate) as JsonObject,
        ports: ports.map((port) => ({ ...port, label: translate(port.label) })),
      };
    },
    portLabel: (type, { label, authored }) => (authored ? label : own(type).translate(label)),
    summaryOf: (type, params) =>
      summarise(type, params, (says, values) => fillSentence(phrase(says, values), own(type))),
  };
}

const find = (entries: Entries, says: string): string | undefined =>
  Object.hasOwn(entries, says) ? entries[says] : undefined;

/** A copy of a schema in other words. What it accepts stays. */
function inWords(schema: Schema, translate: (says: string) => string): Schema {
  const { title, description, examples } = schema;
  const described = {
    ...schema,
    ...(title !== undefined && { title: translate(title) }),
    ...(description !== undefined && { description: translate(description) }),
    ...(examples && {
      examples: examples.map((sample) => (typeof sample === 'string' ? translate(sample) : sample)),
    }),
  } as Schema;
  if (described.type === 'array') return { ...described, items: inWords(described.items, translate) };
  if (described.type === 'object')
    return { ...described, properties: mapped(described.properties, (field) => inWords(field, translate)) };
  return described.type === 'string' && described.labels
    ? { ...described, labels: mapped(described.labels, translate) }
    : described;
}

/** A copy of a value with every text in it in other words. */
function inside(value: Json, translate: (says: string) => string): Json {
  if (typeof value === 'string') return translate(value);
  if (Array.isArray(value)) return value.map((item: Json) => inside(item, translate));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, inside(field, translate)]))
    : value;
}

const mapped = <A, B>(
  values: { readonly [key: string]: A },
  change: (value: A) => B,
): { readonly [key: string]: B } =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
