import { defineFace, textIn } from '../contract/face.ts';

const KINDS = new Map([
  ['yesNo', 'yes or no'],
  ['email', 'e-mail address'],
]);

export const face = defineFace({
  icon: 'message-question',
  group: 'talk',
  summary: (params) => {
    const kind = textIn(params, 'kind') || 'text';
    const name = textIn(params, 'saveAs');
    const keeps = name ? ` → ${name}` : '';
    return `${textIn(params, 'question') || 'no question yet'} (${KINDS.get(kind) ?? kind})${keeps}`;
  },
});
