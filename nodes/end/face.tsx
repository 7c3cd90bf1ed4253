import { defineFace } from '../contract/face.ts';

export const face = defineFace({
  icon: 'circle-x',
  group: 'logic',
  summary: (_params, say) => say('The flow ends here'),
});
