import { defineFace, listIn, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'list-check',
  group: 'talk',
  summary: (params, say) => {
    const labels = listIn(params, 'options').map((option) => `[${textIn(option, 'label')}]`);
    return [textIn(params, 'text'), ...labels].join(' ').trim() || say('no question yet');
  },
  form: {
    rare: [
      ...['options.*.description', 'options.*.synonyms'],
      ...['header', 'footer', 'open', 'saveAs', 'retryText', 'tries'],
    ],
    fields: {
      text: 'message',
      options: 'choices',
      fallback: 'template',
      'noReply.reminders.*.text': 'message',
      retryText: 'message',
    },
    // Buttons have no second line, and nothing opens them.
    isUseful: (field, params) =>
      !['open', 'options.*.description'].includes(field) || listIn(params, 'options').length > 3,
  },
});
