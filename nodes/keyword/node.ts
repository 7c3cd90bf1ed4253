import { checkPattern, findPattern, fold, type KeywordMatch, matchKeyword } from '../contract/keywords.ts';
import { wordsOf } from '../contract/message.ts';
import { defineNode, leave, type Remark } from '../contract/node-type.ts';
import { reason } from '../contract/reason.ts';
import { mistake, repeats, warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { listed, quoted, type Sentence, say } from '../contract/sentence.ts';
import { type Incoming, scopeOf, scopeProperties, type TriggerMatch } from '../contract/trigger.ts';

const params = {
  type: 'object',
  required: ['keywords'],
  additionalProperties: false,
  properties: {
    keywords: {
      type: 'array',
      title: 'Keywords',
      description: 'Capital letters, accents and punctuation do not matter.',
      minItems: 1,
      maxItems: 100,
      items: { type: 'string', format: 'keyword', minLength: 1, maxLength: 200, examples: ['price'] },
    },
    how: {
      type: 'string',
      title: 'Where the keyword stands',
      enum: ['word', 'only', 'begins', 'pattern'],
      labels: {
        word: 'Anywhere, as a word of its own',
        only: 'The message is nothing else',
        begins: 'At the beginning of the message',
        pattern: 'It is a pattern, for experts (RE2)',
      },
      default: 'word',
    },
    interrupts: {
      type: 'boolean',
      title: 'Also in the middle of another flow',
      description: 'For words that must always work, such as "menu" or "help".',
      default: false,
    },
    saveAs: {
      type: 'string',
      title: 'Keep the word that matched as',
      description: 'With a pattern, what its first group found.',
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
  fresh: { keywords: [], how: 'word' },
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
  word: 'the keyword {keywords}',
  only: 'a message that is only {keywords}',
  begins: 'a message that begins with {keywords}',
};

/** A pattern itself says nothing to people who do not program. */
const says = ({ keywords, how = 'word' }: Params): Sentence =>
  how === 'pattern' ? say('a pattern') : say(LISTENS[how], { keywords: listed(keywords.map(quoted), 'or') });

function checkPatterns(patterns: readonly string[]): readonly Remark[] {
  return patterns.flatMap((pattern, index) => {
    const why = checkPattern(pattern);
    return why ? [mistake(`keywords.${index}`, '"{pattern}" is no pattern: {why}', { pattern, why })] : [];
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
              '"{keyword}" has no letter and no digit, so no message can match it; write a word',
              { keyword: keywords[index] ?? '' },
            ),
          ]
        : [],
    ),
    ...repeats(folded)
      .filter((index) => folded[index] !== '')
      .map((index) =>
        warning(`keywords.${index}`, '"{keyword}" is in the list already; one of the two is enough', {
          keyword: keywords[index] ?? '',
        }),
      ),
  ];
}
