import { defineFace, listIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

export const face = defineFace({
  icon: 'message-circle',
  group: 'triggers',
  summary: (params) => {
    const tags = listIn(params, 'tags').map(toText).join(', ');
    return tags ? `Anything, from contacts tagged ${tags}` : 'Anything a contact writes';
  },
  form: { rare: ['numbers', 'tags'] },
});
