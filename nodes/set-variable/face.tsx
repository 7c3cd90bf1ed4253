import { defineFace, listIn, textIn } from '../contract/face.ts';
import type { Json } from '../contract/json.ts';

export const face = defineFace({
  icon: 'variable',
  group: 'logic',
  summary: (params) => listIn(params, 'assignments').map(shown).join(', ') || 'no variable yet',
});

const shown = (assignment: Json): string =>
  `${textIn(assignment, 'name')} = ${textIn(assignment, 'text') || textIn(assignment, 'expression')}`;
