import { defineFace, listIn, textIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

const HOW = new Map([
  ['only', 'only '],
  ['begins', 'begins with '],
  ['pattern', 'pattern '],
]);

export const face = defineFace({
  icon: 'key',
  group: 'triggers',
  summary: (params) => {
    const keywords = listIn(params, 'keywords').map(toText).join(', ');
    return keywords ? `${HOW.get(textIn(params, 'how')) ?? ''}${keywords}` : 'no keyword yet';
  },
});
