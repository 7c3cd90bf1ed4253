import { fold, matchKeyword } from '../../nodes/contract/keywords.ts';
import { wordsOf } from '../../nodes/contract/message.ts';
import { defineNode, leave } from '../../nodes/contract/node-type.ts';
import { say } from '../../nodes/contract/sentence.ts';
import { scopeOf, scopeProperties } from '../../nodes/contract/trigger.ts';

/** Small triggers: one with words, one without. */
export const triggerTypes = {
  'any-message': defineNode({
    title: 'Any message',
    doc: 'Starts.',
    params: { type: 'object', additionalProperties: false, properties: scopeProperties },
    ports: () => [{ id: 'next', label: 'Next' }],
    trigger: (params) => ({
      scope: scopeOf(params),
      interrupts: false,
      match: () => ({ fit: 'any' }),
      says: say('any message'),
    }),
    enter: () => leave('next'),
  }),
  keyword: defineNode({
    title: 'Keyword',
    doc: 'Starts on a word.',
    params: {
      type: 'object',
      additionalProperties: false,
      required: ['keywords'],
      properties: {
        keywords: {
          type: 'array',
          title: 'Keywords',
          minItems: 1,
          items: { type: 'string', format: 'keyword', minLength: 1 },
        },
        how: { type: 'string', title: 'How', enum: ['word', 'only', 'pattern'], default: 'word' },
        saveAs: { type: 'string', title: 'Keep as', format: 'variable' },
        ...scopeProperties,
      },
    },
    ports: () => [{ id: 'next', label: 'Next' }],
    trigger: ({ how = 'word', keywords, ...params }) => ({
      scope: scopeOf(params),
      interrupts: false,
      match: ({ message }) => {
        const word = matchKeyword(keywords, how, wordsOf(message));
        return word === undefined ? undefined : { fit: how, ...(how !== 'pattern' && { word }) };
      },
      says: say('the {how} {keywords}', { how, keywords: keywords.join(' or ') }),
      ...(how !== 'pattern' && { words: keywords.map(fold) }),
    }),
    enter: () => leave('next'),
  }),
};
