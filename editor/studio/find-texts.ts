import { defineTexts } from '../lib/texts.ts';

export const findTexts = defineTexts({
  en: {
    find: 'Find and do',
    findWhat: 'Find a box, a text, a variable, a note, or something to do',
    found: 'Found',
    nothing: 'Nothing in this flow holds these words.',
    node: 'Box',
    text: 'Text',
    sets: 'Keeps it',
    uses: 'Uses it',
    note: 'Note',
    group: 'Group',
    deed: 'Do',
  },
  th: {
    find: 'ค้นหาและสั่งงาน',
    findWhat: 'ค้นหากล่อง ข้อความ ตัวแปร โน้ต หรือคำสั่ง',
    found: 'ผลการค้นหา',
    nothing: 'ไม่พบคำนี้ในโฟลว์',
    node: 'กล่อง',
    text: 'ข้อความ',
    sets: 'เก็บค่า',
    uses: 'ใช้ค่า',
    note: 'โน้ต',
    group: 'กลุ่ม',
    deed: 'คำสั่ง',
  },
});
