import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'world',
  group: 'data',
  summary: (params) => `${textIn(params, 'method') || 'GET'} ${textIn(params, 'url') || 'no address yet'}`,
});
