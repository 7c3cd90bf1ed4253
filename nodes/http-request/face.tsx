import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'world',
  group: 'data',
  summary: (params, say) =>
    `${textIn(params, 'method') || 'GET'} ${textIn(params, 'url') || say('no address yet')}`,
  form: {
    rare: ['headers', 'timeoutSeconds'],
    fields: { parts: 'answer' },
    isUseful: (field, params) => field !== 'body' || !['', 'GET'].includes(textIn(params, 'method')),
  },
});
