import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'world',
  group: 'data',
  summary: (params, say) =>
    `${textIn(params, 'method') || 'GET'} ${textIn(params, 'url') || say('no address yet')}`,
});
