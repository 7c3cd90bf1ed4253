import { defineFace, listIn, type Say, textIn } from '../contract/face.ts';
import type { Json } from '../contract/json.ts';

export const face = defineFace({
  icon: 'message',
  group: 'talk',
  summary: (params, say) => {
    const [first = null, ...more] = listIn(params, 'messages');
    const says = shown(first, say) || say('nothing to say yet');
    return more.length > 0 ? `${says} (+${more.length})` : says;
  },
  form: {
    fields: { 'messages.*.text': 'message', 'messages.*.media': 'media', fallback: 'template' },
  },
});

const KINDS = new Map([
  ['image', 'Picture'],
  ['video', 'Video'],
  ['audio', 'Audio'],
  ['document', 'Document'],
]);

const shown = (message: Json, say: Say): string => {
  const kind = KINDS.get(textIn(message, 'media.kind'));
  return [kind === undefined ? '' : `[${say(kind)}]`, textIn(message, 'text')].filter(Boolean).join(' ');
};
