import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'clock-hour-9',
  group: 'logic',
  summary: (params) => `By the hours of ${textIn(params, 'calendar') || 'no calendar yet'}`,
  form: { rare: ['saveAs'] },
});
