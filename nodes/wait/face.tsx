import { spokenDuration } from '../contract/duration.ts';
import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'hourglass',
  group: 'time',
  summary: (params, say) => {
    const mode = textIn(params, 'mode');
    if (mode === 'untilOpen') return say('Until you open');
    const time = textIn(params, 'time');
    const duration = spokenDuration(textIn(params, 'duration'));
    if (mode === 'untilTime') return time ? say('Until {time}', { time }) : say('no time yet');
    if (duration === '') return say('no time yet');
    return textIn(params, 'calendar')
      ? say('For {duration} of open hours', { duration })
      : say('For {duration}', { duration });
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
