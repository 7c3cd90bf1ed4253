import { defineFace, listIn, type Say, textIn } from '../contract/face.ts';
import type { Json } from '../contract/json.ts';

export const face = defineFace({
  icon: 'variable',
  group: 'logic',
  summary: (params, say) =>
    listIn(params, 'assignments')
      .map((assignment) => shown(assignment, say))
      .join(', ') || say('no variable yet'),
  form: { rare: ['assignments.*.expression'] },
});

/** What is worked out in several steps says nothing in one line. */
const shown = (assignment: Json, say: Say): string => {
  const name = textIn(assignment, 'name');
  const value = textIn(assignment, 'text') || textIn(assignment, 'expression');
  return value.includes('{%') ? say('works out {name}', { name }) : `${name} = ${value}`;
};
