import { defineFace, listIn, textIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

const HOW = new Map([
  ['only', 'Exactly: {keywords}'],
  ['begins', 'Begins with: {keywords}'],
]);

export const face = defineFace({
  icon: 'key',
  group: 'triggers',
  summary: (params, say) => {
    const keywords = listIn(params, 'keywords').map(toText).join(', ');
    const how = textIn(params, 'how');
    if (keywords === '') return say('no keyword yet');
    // A pattern says nothing to people who do not program; who wants to know finds it among the settings.
    return how === 'pattern' ? say('Matches a pattern') : say(HOW.get(how) ?? '{keywords}', { keywords });
  },
  form: { rare: ['saveAs', 'numbers', 'tags'], fields: { keywords: 'keywords' } },
});
