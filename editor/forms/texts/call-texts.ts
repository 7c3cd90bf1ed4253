import { defineTexts } from '../../lib/texts.ts';

/** The texts about trying a call. */
export const callTexts = defineTexts({
  en: {
    try: 'Call it once',
    with: 'Example values for the call',
    tryWhy: 'Makes the call with example values, so that you can pick what you need from a real answer.',
    pin: 'Use this answer in tests',
    pinned: 'used in tests',
    took: '{ms} ms',
    answered: 'It answered with status {status}.',
    found: 'Something was found.',
    notFound: 'Nothing was found.',
    pick: 'Click what you want to keep:',
    takePart: 'Keep {path}',
    nothing: 'Nothing',
    andMore: 'and {n} more',
  },
  th: {
    try: 'ลองเรียกหนึ่งครั้ง',
    with: 'ค่าตัวอย่างสำหรับการเรียก',
    tryWhy: 'เรียกจริงด้วยค่าตัวอย่าง แล้วเลือกส่วนที่ต้องการจากคำตอบได้เลย',
    pin: 'ใช้คำตอบนี้ตอนทดสอบ',
    pinned: 'ใช้ตอนทดสอบ',
    took: '{ms} มิลลิวินาที',
    answered: 'ตอบกลับด้วยสถานะ {status}',
    found: 'พบข้อมูล',
    notFound: 'ไม่พบข้อมูล',
    pick: 'คลิกส่วนที่ต้องการเก็บ:',
    takePart: 'เก็บ {path}',
    nothing: 'ว่างเปล่า',
    andMore: 'และอีก {n} รายการ',
  },
});
