import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'clock-hour-9',
  group: 'logic',
  summary: (params, say) => {
    const calendar = textIn(params, 'calendar');
    return calendar ? say('By the hours of {calendar}', { calendar }) : say('no calendar yet');
  },
  form: { rare: ['saveAs'] },
});
