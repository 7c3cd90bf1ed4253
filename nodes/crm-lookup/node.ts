import { defineNode, leave, wait } from '../contract/node-type.ts';
import { reason } from '../contract/reason.ts';
import { mistake } from '../contract/remark.ts';

/** Looks a person, an order or a ticket up in the customer database. */
export const node = defineNode({
  title: 'CRM lookup',
  doc: 'Looks up a person, an order or a ticket in your CRM.',
  params: {
    type: 'object',
    required: ['connection', 'find'],
    additionalProperties: false,
    properties: {
      connection: { type: 'string', title: 'CRM', format: 'connection', minLength: 1 },
      find: {
        type: 'string',
        title: 'Look up',
        enum: ['personByPhone', 'personByEmail', 'order', 'ticket'],
        default: 'personByPhone',
      },
      value: {
        type: 'string',
        title: 'By',
        description: "The e-mail address, or the number of the order or ticket. A person's phone is known.",
        format: 'template',
        maxLength: 500,
        examples: ['{{ contact.phone }}'],
      },
      saveAs: {
        type: 'string',
        title: 'Keep what was found as',
        description: 'Nothing (null) when nothing was found.',
        format: 'variable',
        examples: ['customer'],
      },
    },
  },
  ports: () => [
    { id: 'found', label: 'Found' },
    { id: 'notFound', label: 'Not found' },
    { id: 'failed', label: 'Failed', when: 'failed' },
  ],
  enter: ({ params: { connection, find, value, saveAs }, contact }) => {
    const wanted = (value ?? (find === 'personByPhone' ? contact.phone : '') ?? '').trim();
    if (wanted === '') return leave('notFound', saveAs === undefined ? {} : { set: { [saveAs]: null } });
    return wait('answer', { effects: [{ type: 'crmLookup', connection, find, value: wanted }] });
  },
  resume: ({ params: { saveAs } }, event) => {
    if (event.type !== 'crmAnswered') return leave('failed');
    const { record } = event;
    return leave(
      record === null ? 'notFound' : 'found',
      saveAs === undefined ? {} : { set: { [saveAs]: record } },
    );
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
    find !== 'personByPhone' && (value ?? '').trim() === '' ? [mistake('value', 'Say what to look for')] : [],
});
