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
  form: {
    rare: ['min', 'max', 'collectSeconds', 'retryText', 'tries'],
    fields: {
      question: 'message',
      fallback: 'template',
      'noReply.reminders.*.text': 'message',
      retryText: 'message',
    },
    isUseful: (field, params) => {
      const kind = textIn(params, 'kind') || 'text';
      if (field === 'collectSeconds') return kind === 'text';
      return (field !== 'min' && field !== 'max') || kind === 'text' || kind === 'number';
    },
  },
});
