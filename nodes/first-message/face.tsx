import { defineFace } from '../contract/face.ts';

export const face = defineFace({
  icon: 'user-plus',
  group: 'triggers',
  summary: (_params, say) => say('When somebody writes for the first time'),
  form: { rare: ['numbers', 'tags'] },
});
