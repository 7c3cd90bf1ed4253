import { defineFace, listIn, textIn } from '../contract/face.ts';
import type { Json } from '../contract/json.ts';

export const face = defineFace({
  icon: 'variable',
  group: 'logic',
  summary: (params) => listIn(params, 'assignments').map(shown).join(', ') || 'no variable yet',
});

/** What is worked out in several steps says nothing in one line. */
const shown = (assignment: Json): string => {
  const name = textIn(assignment, 'name');
  const value = textIn(assignment, 'text') || textIn(assignment, 'expression');
  return value.includes('{%') ? `works out ${name}` : `${name} = ${value}`;
};
