import { defineFace, listIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

export const face = defineFace({
  icon: 'message-circle',
  group: 'triggers',
  summary: (params, say) => {
    const tags = listIn(params, 'tags').map(toText).join(', ');
    return tags ? say('Anything, from contacts tagged {tags}', { tags }) : say('Anything a contact writes');
  },
  form: { rare: ['numbers', 'tags'] },
});
