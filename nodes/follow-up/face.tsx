import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'bell-ringing',
  group: 'time',
  summary: (params) => {
    const times = Number(textIn(params, 'times') || 1);
    const often = times > 1 ? `, up to ${times} times` : '';
    const always = textIn(params, 'unlessAnswered') === 'false';
    return `After ${textIn(params, 'after') || 'no time yet'}${often}${always ? '' : ', unless they write'}`;
  },
  form: {
    rare: ['calendar'],
    isUseful: (field, params) => field !== 'every' || Number(textIn(params, 'times')) > 1,
  },
});
