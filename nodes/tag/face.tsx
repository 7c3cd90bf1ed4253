import { defineFace, listIn } from '../contract/face.ts';
import { toText } from '../contract/json.ts';

export const face = defineFace({
  icon: 'tag',
  group: 'people',
  summary: (params, say) => {
    const added = listIn(params, 'add').map((tag) => `+ ${toText(tag)}`);
    const removed = listIn(params, 'remove').map((tag) => `− ${toText(tag)}`);
    return [...added, ...removed].join(', ') || say('no tag yet');
  },
});
