import { defineFace, textIn } from '../contract/face.ts';

const FINDS = new Map([
  ['personByPhone', 'the person by phone'],
  ['personByEmail', 'the person by e-mail'],
  ['order', 'the order'],
  ['ticket', 'the ticket'],
]);

export const face = defineFace({
  icon: 'address-book',
  group: 'data',
  summary: (params) =>
    `Looks up ${FINDS.get(textIn(params, 'find')) ?? 'something'} ${textIn(params, 'value')}`.trim(),
  form: { fields: { parts: 'answer' } },
});
