import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'headset',
  group: 'people',
  summary: (params, say) => {
    const team = textIn(params, 'team');
    const to = team ? say('To {team}', { team }) : say('To whoever is free');
    return textIn(params, 'priority') === 'high' ? say('{to}, urgent', { to }) : to;
  },
  form: {
    rare: ['priority', 'calendar', 'giveUpAfter'],
    fields: { say: 'message', fallback: 'template' },
    isUseful: (field, params) => field !== 'fallback' || textIn(params, 'say') !== '',
  },
});
