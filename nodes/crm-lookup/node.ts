import type { Json, JsonObject } from '../contract/json.ts';
import { defineNode, leave, wait } from '../contract/node-type.ts';
import { partsOf, partsProperty } from '../contract/parts.ts';
import { reason } from '../contract/reason.ts';
import { mistake } from '../contract/remark.ts';

/** Looks a person, an order or a ticket up in the customer database. */
export const node = defineNode({
  title: 'Customer lookup',
  doc: 'Looks up a person, an order or a ticket in your customer system (CRM).',
  fresh: { connection: '', find: 'personByPhone', saveAs: 'customer' },
  params: {
    type: 'object',
    required: ['connection', 'find'],
    additionalProperties: false,
    properties: {
      connection: { type: 'string', title: 'Customer system', format: 'connection', minLength: 1 },
      find: {
        type: 'string',
        title: 'Look up',
        enum: ['personByPhone', 'personByEmail', 'order', 'ticket'],
        labels: {
          personByPhone: 'The person, by phone number',
          personByEmail: 'The person, by e-mail address',
          order: 'An order, by its number',
          ticket: 'A ticket, by its number',
        },
        default: 'personByPhone',
      },
      value: {
        type: 'string',
        title: 'What to look for',
        description:
          'The e-mail address, or the number of the order or ticket. For a phone number leave it empty: the contact’s own is taken.',
        format: 'template',
        maxLength: 500,
        examples: ['{{ contact.phone }}'],
      },
      saveAs: {
        type: 'string',
        title: 'Keep what was found as',
        description: 'Use it as {{ customer.name }}. It is empty when nothing was found.',
        format: 'variable',
        examples: ['customer'],
      },
      parts: partsProperty,
    },
  },
  ports: () => [
    { id: 'found', label: 'Found' },
    { id: 'notFound', label: 'Not found' },
    { id: 'failed', label: 'Failed', when: 'failed' },
  ],
  enter: ({ params, contact }) => {
    const { connection, find, value } = params;
    const wanted = (value ?? (find === 'personByPhone' ? contact.phone : '') ?? '').trim();
    if (wanted === '') return leave('notFound', keep(params, null));
    return wait('answer', { effects: [{ type: 'crmLookup', connection, find, value: wanted }] });
  },
  resume: ({ params }, event) => {
    if (event.type !== 'crmAnswered') return leave('failed');
    return leave(event.record === null ? 'notFound' : 'found', keep(params, event.record));
  },
  why: (_visit, outcome, event) => {
    if (event?.type === 'crmAnswered')
      return event.record === null
        ? [reason('The CRM knows nothing by that')]
        : [reason('The CRM found: {record}', { record: event.record })];
    if (event?.type === 'effectFailed') return [reason('It failed: {reason}', { reason: event.reason })];
    return outcome.move === 'leave' ? [reason('There is nothing to look for, so nothing is found')] : [];
  },
  check: ({ find, value }) =>
    find !== 'personByPhone' && (value ?? '').trim() === ''
      ? [mistake('value', 'Write what to look for, such as an order number')]
      : [],
});

interface Kept {
  readonly saveAs?: string;
  readonly parts?: readonly { readonly name: string; readonly path: string }[];
}

const keep = ({ saveAs, parts = [] }: Kept, record: Json): { readonly set?: JsonObject } => {
  const set = { ...partsOf(record, parts), ...(saveAs !== undefined && { [saveAs]: record }) };
  return Object.keys(set).length === 0 ? {} : { set };
};
