import { checkPattern, findPattern, fold, type KeywordMatch, matchKeyword } from '../contract/keywords.ts';
import { wordsOf } from '../contract/message.ts';
import { defineNode, leave, type Remark } from '../contract/node-type.ts';
import { reason } from '../contract/reason.ts';
import { mistake, repeats, warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { type Incoming, scopeOf, scopeProperties, type TriggerMatch } from '../contract/trigger.ts';

const params = {
  type: 'object',
  required: ['keywords'],
  additionalProperties: false,
  properties: {
    keywords: {
      type: 'array',
      title: 'Keywords',
      description: 'Capitals, accents and punctuation do not matter.',
      minItems: 1,
      maxItems: 100,
      items: { type: 'string', format: 'keyword', minLength: 1, maxLength: 200, examples: ['price'] },
    },
    how: {
      type: 'string',
      title: 'The keyword is',
      description:
        'word: anywhere in the message, as a whole word. only: the whole message. begins: the beginning. pattern: a regular expression (RE2).',
      enum: ['word', 'only', 'begins', 'pattern'],
      default: 'word',
    },
    interrupts: {
      type: 'boolean',
      title: 'Also in the middle of another flow',
      description: 'For words that must always work, such as "menu" or "agent".',
      default: false,
    },
    saveAs: {
      type: 'string',
      title: 'Keep the word that matched as',
      description: 'With a pattern: what its first group found.',
      format: 'variable',
    },
    ...scopeProperties,
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Starts the flow when a message holds one of some words. */
export const node = defineNode({
  title: 'Keyword',
  doc: 'Starts the flow when a contact writes one of your keywords.',
  params,
  ports: () => [{ id: 'next', label: 'Next' }],
  trigger: (params) => ({
    scope: scopeOf(params),
    interrupts: params.interrupts ?? false,
    match: matcher(params),
    says: says(params),
    ...(params.how === 'pattern' ? {} : { words: params.keywords.map(fold) }),
  }),
  enter: () => leave('next'),
  why: ({ params: { keywords, how = 'word' }, message }) => {
    const said = message ? wordsOf(message) : '';
    const ordered = how === 'pattern' ? keywords : longestFirst(keywords);
    const keyword = matchKeyword(ordered, how, said);
    return keyword === undefined
      ? []
      : [reason('"{said}" matches the keyword "{keyword}"', { said, keyword })];
  },
  check: ({ keywords, how }) => (how === 'pattern' ? checkPatterns(keywords) : checkWords(keywords)),
});

function matcher({
  keywords,
  how = 'word',
  saveAs,
}: Params): (incoming: Incoming) => TriggerMatch | undefined {
  const ordered = how === 'pattern' ? keywords : longestFirst(keywords);
  return ({ message }) => {
    const text = wordsOf(message);
    const keyword = matchKeyword(ordered, how, text);
    if (keyword === undefined) return undefined;
    const found = how === 'pattern' ? findPattern(keyword, text) : keyword;
    return {
      fit: how,
      ...(how === 'pattern' ? {} : { word: keyword }),
      ...(saveAs === undefined ? {} : { set: { [saveAs]: found ?? keyword } }),
    };
  };
}

/** "price list" is closer than "price", whichever the admin wrote first. */
const longestFirst = (keywords: readonly string[]): readonly string[] =>
  keywords.toSorted((a, b) => fold(b).length - fold(a).length);

const LISTENS: { readonly [how in Exclude<KeywordMatch, 'pattern'>]: string } = {
  word: 'the keyword',
  only: 'a message that is only',
  begins: 'a message that begins with',
};

/** A pattern itself says nothing to people who do not program. */
const says = ({ keywords, how = 'word' }: Params): string =>
  how === 'pattern'
    ? 'a pattern'
    : `${LISTENS[how]} ${keywords.map((keyword) => `"${keyword}"`).join(' or ')}`;

function checkPatterns(patterns: readonly string[]): readonly Remark[] {
  return patterns.flatMap((pattern, index) => {
    const problem = checkPattern(pattern)?.replace(/^error parsing regexp: |: `.*$/gs, '');
    return problem ? [mistake(`keywords.${index}`, `"${pattern}" is no pattern: ${problem}`)] : [];
  });
}

function checkWords(keywords: readonly string[]): readonly Remark[] {
  const folded = keywords.map(fold);
  return [
    ...folded.flatMap((word, index) =>
      word === ''
        ? [
            mistake(
              `keywords.${index}`,
              `"${keywords[index]}" has no letter and no digit, so nothing can match it`,
            ),
          ]
        : [],
    ),
    ...repeats(folded)
      .filter((index) => folded[index] !== '')
      .map((index) => warning(`keywords.${index}`, `"${keywords[index]}" is in the list already`)),
  ];
}
