import { defineFace, listIn, textIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

const HOW: { readonly [how: string]: string } = {
  only: 'only ',
  begins: 'begins with ',
  pattern: 'pattern ',
};

export const face = defineFace({
  icon: 'key',
  group: 'triggers',
  summary: (params) =>
    `${HOW[textIn(params, 'how')] ?? ''}${listIn(params, 'keywords').map(toText).join(', ') || 'no keyword yet'}`,
});
