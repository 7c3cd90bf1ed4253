import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'arrow-forward',
  group: 'logic',
  summary: (params) => `Goes on in ${textIn(params, 'flow') || 'another flow, not chosen yet'}`,
});
