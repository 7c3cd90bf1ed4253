import { defineFace, listIn, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'arrows-split',
  group: 'logic',
  summary: (params) => {
    const labels = listIn(params, 'branches').map((branch) => textIn(branch, 'label'));
    return labels.length > 0 ? `${labels.join(', ')}, or otherwise` : 'no branch yet';
  },
});
