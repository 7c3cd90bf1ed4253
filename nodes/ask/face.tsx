import { defineFace, textIn } from '../contract/face.ts';

/** Said of the answers that are not simply words. */
const KINDS = new Map([
  ['number', 'a number'],
  ['email', 'an e-mail address'],
  ['phone', 'a phone number'],
  ['date', 'a date'],
  ['yesNo', 'yes or no'],
  ['location', 'a place on the map'],
  ['media', 'a picture or file'],
]);

export const face = defineFace({
  icon: 'message-question',
  group: 'talk',
  summary: (params, say) => {
    const kind = KINDS.get(textIn(params, 'kind'));
    const name = textIn(params, 'saveAs');
    const asked = textIn(params, 'question') || say('no question yet');
    return `${asked}${kind === undefined ? '' : ` (${say(kind)})`}${name ? ` → ${name}` : ''}`;
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
