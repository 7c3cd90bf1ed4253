import { spokenDuration } from '../contract/duration.ts';
import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'bell-ringing',
  group: 'time',
  summary: (params, say) => {
    const after = spokenDuration(textIn(params, 'after'));
    if (after === '') return say('no time yet');
    const times = Number(textIn(params, 'times') || 1);
    const always = textIn(params, 'unlessAnswered') === 'false';
    const often =
      times > 1
        ? say('After {after}, up to {times} times', { after, times })
        : say('After {after}', { after });
    return always ? often : say('{when}, unless they write', { when: often });
  },
  form: {
    rare: ['calendar'],
    isUseful: (field, params) => field !== 'every' || Number(textIn(params, 'times')) > 1,
  },
});
