import { defineFace, listIn, textIn } from '../contract/face.ts';

export const face = defineFace({
  icon: 'list-check',
  group: 'talk',
  summary: (params, say) => {
    const labels = listIn(params, 'options').map((option) => `[${textIn(option, 'label')}]`);
    return [textIn(params, 'text'), ...labels].join(' ').trim() || say('no question yet');
  },
  form: {
    rare: ['header', 'footer', 'open', 'saveAs', 'retryText', 'tries'],
    fields: {
      text: 'message',
      options: 'choices',
      fallback: 'template',
      'noReply.reminders.*.text': 'message',
      retryText: 'message',
    },
    isUseful: (field, params) => field !== 'open' || listIn(params, 'options').length > 3,
  },
});
