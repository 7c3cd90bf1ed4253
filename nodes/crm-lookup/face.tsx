import { defineFace, textIn } from '../contract/face.ts';

const FINDS = new Map([
  ['personByPhone', 'Looks up the person by phone number {value}'],
  ['personByEmail', 'Looks up the person by e-mail {value}'],
  ['order', 'Looks up the order {value}'],
  ['ticket', 'Looks up the ticket {value}'],
]);

export const face = defineFace({
  icon: 'address-book',
  group: 'data',
  summary: (params, say) =>
    say(FINDS.get(textIn(params, 'find')) ?? 'nothing to look up yet', {
      value: textIn(params, 'value'),
    }).trim(),
  form: { fields: { parts: 'answer' } },
});
