import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'subtask',
  group: 'logic',
  summary: (params) => `Calls ${textIn(params, 'flow') || 'no flow yet'}`,
});
