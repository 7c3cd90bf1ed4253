import { defineFace } from '../contract/face.ts';

export const face = defineFace({
  icon: 'circle-x',
  group: 'logic',
  summary: () => 'The flow ends here',
});
