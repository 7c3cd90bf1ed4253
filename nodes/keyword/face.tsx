import { defineFace, listIn, textIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

const HOW = new Map([
  ['only', 'exactly: '],
  ['begins', 'begins with: '],
]);

export const face = defineFace({
  icon: 'key',
  group: 'triggers',
  summary: (params) => {
    const keywords = listIn(params, 'keywords').map(toText).join(', ');
    const how = textIn(params, 'how');
    if (keywords === '') return 'no keyword yet';
    // A pattern says nothing to people who do not program; who wants to know finds it among the settings.
    return how === 'pattern' ? 'Matches a pattern' : `${HOW.get(how) ?? ''}${keywords}`;
  },
  form: { rare: ['saveAs', 'numbers', 'tags'], fields: { keywords: 'keywords' } },
});
