import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'target-arrow',
  group: 'people',
  summary: (params) => `Reached: ${textIn(params, 'goal') || 'no goal yet'}`,
});
