import { defineFace, listIn, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'arrows-split',
  group: 'logic',
  summary: (params, say) => {
    const labels = listIn(params, 'branches').map((branch) => textIn(branch, 'label'));
    return labels.length > 0
      ? say('{branches}, or otherwise', { branches: labels.join(', ') })
      : say('no branch yet');
  },
});
