import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'headset',
  group: 'people',
  summary: (params) => {
    const urgent = textIn(params, 'priority') === 'high' ? ', urgent' : '';
    return `To ${textIn(params, 'team') || 'whoever is free'}${urgent}`;
  },
  form: {
    rare: ['priority', 'calendar', 'giveUpAfter'],
    fields: { say: 'message', fallback: 'template' },
    isUseful: (field, params) => field !== 'fallback' || textIn(params, 'say') !== '',
  },
});
