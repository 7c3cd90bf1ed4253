import { explainKeyword } from '../../engine/explain-keyword.ts';
import { type Route, route } from '../route.ts';
import { list, object, text, truth } from '../schema.ts';

const HOW = ['word', 'only', 'begins', 'pattern'] as const;
const WHY = ['insideWord', 'moreWords', 'notAtStart', 'spelling', 'badPattern', 'noWords', 'none'] as const;

/** Tries words on a text. */
export const keywordRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/keywords/test',
    title: 'Whether keywords match a message, and why or why not',
    needs: 'workspace.read',
    body: object({
      keywords: list({ type: 'string', maxLength: 200 }, 100),
      how: { type: 'string', enum: HOW },
      text: text(4096),
    }),
    answer: object(
      { matches: truth },
      {
        keyword: { type: 'string' },
        found: { type: 'string', description: 'What the message has there.' },
        why: { type: 'string', enum: WHY, description: 'Why nothing matches.' },
      },
    ),
    handle: ({ body: { keywords, how, text: words } }) => explainKeyword(keywords, how, words),
  }),
];
