import { defineTexts } from './texts.ts';

/** What the server refuses most often, by its code; of the rest, the server's own sentence is shown. */
export const refusalTexts = defineTexts({
  en: {
    offline: 'The server does not answer. Is it still running?',
    'wrong-password': 'That is not your present password.',
    'too-many-tries': 'Too many tries. Please wait a few minutes.',
    'too-many-requests': 'That was a lot at once. Please wait a moment.',
    'user-exists': 'Somebody with this email address is here already.',
    'already-set-up': 'Somebody has set up the first account already. Load the page again.',
    'last-admin': 'Somebody must stay who may do everything: make another person an admin first.',
    'not-allowed': 'Your role may not do this. An admin can change that.',
    'stale-revision': 'Somebody else saved first. Load the page again.',
  },
  th: {
    offline: 'เซิร์ฟเวอร์ไม่ตอบ ยังทำงานอยู่หรือไม่',
    'wrong-password': 'รหัสผ่านปัจจุบันไม่ถูกต้อง',
    'too-many-tries': 'ลองหลายครั้งเกินไป กรุณารอสักครู่',
    'too-many-requests': 'คำขอเข้ามาถี่เกินไป กรุณารอสักครู่',
    'user-exists': 'มีผู้ใช้ที่ใช้อีเมลนี้อยู่แล้ว',
    'already-set-up': 'มีคนสร้างบัญชีแรกไปแล้ว กรุณาโหลดหน้านี้ใหม่',
    'last-admin': 'ต้องมีผู้ดูแลเหลืออย่างน้อยหนึ่งคน กรุณาตั้งคนอื่นเป็นผู้ดูแลก่อน',
    'not-allowed': 'บทบาทของคุณทำสิ่งนี้ไม่ได้ ผู้ดูแลเปลี่ยนให้ได้',
    'stale-revision': 'มีคนอื่นบันทึกไปก่อนแล้ว กรุณาโหลดหน้านี้ใหม่',
  },
});
