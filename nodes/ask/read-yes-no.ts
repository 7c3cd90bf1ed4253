import { fold, matchKeyword } from '../contract/keywords.ts';

/** English, Thai and Spanish, as people write them. */
const YES = [
  ...[
    'yes',
    'y',
    'yeah',
    'yep',
    'yup',
    'ya',
    'sure',
    'of course',
    'ok',
    'okay',
    'k',
    'fine',
    'right',
    'correct',
  ],
  ...[
    'true',
    'agree',
    'please',
    'go ahead',
    'no problem',
    'no worries',
    'absolutely',
    'definitely',
    'confirm',
  ],
  ...['ใช่', 'ได้', 'โอเค', 'ตกลง', 'เอา', 'ถูกต้อง', 'ยืนยัน', 'ค่ะ', 'คะ', 'ครับ', 'คับ', 'จ้า', 'แน่นอน', 'ไม่มีปัญหา'],
  ...['si', 'sip', 'claro', 'vale', 'dale', 'por supuesto', 'correcto', 'de acuerdo', 'bueno'],
];
const NO = [
  ...['no', 'n', 'nope', 'nah', 'never', 'not', 'wrong', 'false', 'cancel', 'incorrect'],
  ...['ไม่', 'ไม่ใช่', 'ไม่ได้', 'ไม่เอา', 'เปล่า', 'ยกเลิก'],
  ...['nunca', 'jamas', 'para nada', 'tampoco', 'cancelar', 'incorrecto'],
];
/** They begin like a no and are none. */
const UNSURE = ['not sure', 'no idea', 'no se', 'no lo se', 'ไม่แน่ใจ', 'ไม่รู้', 'ไม่ทราบ'];

const THUMBS: readonly (readonly [emoji: string, value: boolean])[] = [
  ...['👍', '👌', '✅', '✔', '🆗', '🙆'].map((emoji) => [emoji, true] as const),
  ...['👎', '❌', '✖', '🚫', '🙅'].map((emoji) => [emoji, false] as const),
];

const MEANINGS = [
  ...YES.map((words) => ({ words, value: true })),
  ...NO.map((words) => ({ words, value: false })),
  ...UNSURE.map((words) => ({ words, value: undefined })),
].sort((a, b) => fold(b.words).length - fold(a.words).length);

/** Yes or no, by the words an answer begins with, or by a thumb alone. */
export function readYesNo(words: string): boolean | undefined {
  if (fold(words) === '') return readThumb(words);
  return MEANINGS.find((meaning) => matchKeyword([meaning.words], 'begins', words) !== undefined)?.value;
}

function readThumb(emoji: string): boolean | undefined {
  const values = new Set(THUMBS.filter(([thumb]) => emoji.includes(thumb)).map(([, value]) => value));
  return values.size === 1 ? [...values][0] : undefined;
}
