import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'arrow-forward',
  group: 'logic',
  summary: (params, say) => {
    const flow = textIn(params, 'flow');
    return flow ? say('Goes on in {flow}', { flow }) : say('no flow yet');
  },
});
