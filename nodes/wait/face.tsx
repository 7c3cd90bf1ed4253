import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'hourglass',
  group: 'time',
  summary: (params) => {
    const mode = textIn(params, 'mode');
    if (mode === 'untilOpen') return 'Until we open';
    if (mode === 'untilTime') return `Until ${textIn(params, 'time') || 'no time yet'}`;
    const hours = textIn(params, 'calendar') ? ' of open hours' : '';
    return `For ${textIn(params, 'duration') || 'no time yet'}${hours}`;
  },
  form: {
    isUseful: (field, params) => {
      const mode = textIn(params, 'mode');
      if (field === 'duration') return mode === 'for';
      if (field === 'time') return mode === 'untilTime';
      return field !== 'calendar' || mode !== 'untilTime';
    },
  },
});
