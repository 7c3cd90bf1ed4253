import { defineTexts } from '../../lib/texts.ts';

/** The texts of the picture of choices. */
export const choiceTexts = defineTexts({
  en: {
    buttons: 'Up to 3 options are buttons. Each shows 20 characters.',
    list: '{n} options open as a list. Each shows 24 characters.',
    numbers: '{n} options are too many for a list, so people answer with a number.',
    openList: 'Choose',
  },
  th: {
    buttons: 'ไม่เกิน 3 ตัวเลือกจะเป็นปุ่ม แสดงได้ปุ่มละ 20 ตัวอักษร',
    list: '{n} ตัวเลือกจะเปิดเป็นรายการ แสดงได้ข้อละ 24 ตัวอักษร',
    numbers: '{n} ตัวเลือกมากเกินกว่าจะเป็นรายการ ลูกค้าจะตอบด้วยหมายเลข',
    openList: 'เลือก',
  },
});
