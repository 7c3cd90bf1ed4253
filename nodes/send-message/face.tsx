import { defineFace, listIn, textIn } from '../contract/face.ts';
import type { Json } from '../contract/json.ts';

export const face = defineFace({
  icon: 'message',
  group: 'talk',
  summary: (params) => {
    const [first = null, ...more] = listIn(params, 'messages');
    const says = shown(first) || 'nothing to say yet';
    return more.length > 0 ? `${says} (+${more.length})` : says;
  },
  form: {
    fields: { 'messages.*.text': 'message', 'messages.*.media': 'media', fallback: 'template' },
  },
});

const shown = (message: Json): string => {
  const kind = textIn(message, 'media.kind');
  return [kind && `[${kind}]`, textIn(message, 'text')].filter(Boolean).join(' ');
};
