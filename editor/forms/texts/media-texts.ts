import { defineTexts } from '../../lib/texts.ts';

/** The texts about files. */
export const mediaTexts = defineTexts({
  en: {
    chooseFile: 'Choose a file',
    replace: 'Choose another file',
    limits: 'or drop it here. Pictures up to 5 MB, video and audio 16 MB, documents 100 MB.',
    uploading: 'Uploading',
    stop: 'Stop',
    look: 'Look at it',
    lost: 'The file cannot be shown. Choose it again.',
  },
  th: {
    chooseFile: 'เลือกไฟล์',
    replace: 'เลือกไฟล์อื่น',
    limits: 'หรือลากมาวางตรงนี้ รูปไม่เกิน 5 MB วิดีโอและเสียง 16 MB เอกสาร 100 MB',
    uploading: 'กำลังอัปโหลด',
    stop: 'หยุด',
    look: 'เปิดดู',
    lost: 'แสดงไฟล์นี้ไม่ได้ กรุณาเลือกใหม่',
  },
});
