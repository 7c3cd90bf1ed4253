import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'subtask',
  group: 'logic',
  summary: (params, say) => {
    const flow = textIn(params, 'flow');
    return flow ? say('Runs {flow} and comes back', { flow }) : say('no flow yet');
  },
});
