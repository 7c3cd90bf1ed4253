import { defineTexts } from '../../lib/texts.ts';

/** The texts of the place to try keywords. */
export const keywordTexts = defineTexts({
  en: {
    tryIt: 'Try a message: would it match?',
    matches: 'Yes: it has “{keyword}”.',
    matchesPattern: 'Yes: “{found}” fits the pattern {keyword}.',
    insideWord: 'No: “{keyword}” is only a part of the word “{found}”.',
    moreWords: 'No: it has “{keyword}”, but says more than that. “Anywhere in the message” would match.',
    notAtStart: 'No: it has “{keyword}”, but not at the beginning.',
    spelling: 'No: “{found}” comes near “{keyword}”, but is spelled differently. Add it if people write it.',
    badPattern: 'No: the pattern {keyword} cannot be read ({found}).',
    noWords: 'No: there is no letter and no digit in it.',
    none: 'No: none of the keywords is in it.',
    now: 'With what is live now: {because}',
  },
  th: {
    tryIt: 'ลองพิมพ์ข้อความ จะตรงไหม',
    matches: 'ตรง เพราะมีคำว่า “{keyword}”',
    matchesPattern: 'ตรง เพราะ “{found}” เข้ากับรูปแบบ {keyword}',
    insideWord: 'ไม่ตรง เพราะ “{keyword}” เป็นแค่ส่วนหนึ่งของคำว่า “{found}”',
    moreWords: 'ไม่ตรง มีคำว่า “{keyword}” แต่มีคำอื่นด้วย ถ้าเลือก “อยู่ตรงไหนก็ได้” จะตรง',
    notAtStart: 'ไม่ตรง มีคำว่า “{keyword}” แต่ไม่ได้อยู่ต้นข้อความ',
    spelling: 'ไม่ตรง “{found}” คล้าย “{keyword}” แต่สะกดต่างกัน ถ้าลูกค้าพิมพ์แบบนี้บ่อยให้เพิ่มไว้ด้วย',
    badPattern: 'ไม่ตรง เพราะอ่านรูปแบบ {keyword} ไม่ได้ ({found})',
    noWords: 'ไม่ตรง เพราะไม่มีตัวอักษรหรือตัวเลขเลย',
    none: 'ไม่ตรง เพราะไม่มีคีย์เวิร์ดอยู่ในข้อความ',
    now: 'ตามที่เผยแพร่อยู่ตอนนี้: {because}',
  },
});
