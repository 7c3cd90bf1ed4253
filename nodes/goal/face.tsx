import { defineFace, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'target-arrow',
  group: 'people',
  summary: (params, say) => {
    const goal = textIn(params, 'goal');
    return goal ? say('Reached: {goal}', { goal }) : say('no goal yet');
  },
});
