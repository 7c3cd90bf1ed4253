import { defineTexts } from '../../lib/texts.ts';

/** The texts about message templates. */
export const templateTexts = defineTexts({
  en: {
    name: 'Name of the template',
    language: 'Language',
    asAtMeta: 'Exactly as it was approved at Meta.',
    hole: 'Text for {hole}',
    addHole: 'Add the text for {hole}',
    dropHole: 'Remove',
  },
  th: {
    name: 'ชื่อเทมเพลต',
    language: 'ภาษา',
    asAtMeta: 'ต้องตรงกับที่ได้รับอนุมัติจาก Meta ทุกตัวอักษร',
    hole: 'ข้อความสำหรับ {hole}',
    addHole: 'เพิ่มข้อความสำหรับ {hole}',
    dropHole: 'ลบ',
  },
});
