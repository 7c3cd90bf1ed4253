import { defineTexts } from '../../lib/texts.ts';

/** The texts about variables. */
export const variableTexts = defineTexts({
  en: {
    variable: 'Variable',
    search: 'Search variables',
    choose: 'Choose or write a variable',
    loading: 'Looking for what is known here…',
    noneYet: 'Nothing before this box keeps anything yet. An “Ask” box keeps an answer, for example.',
    nothingFound: 'No variable goes by that name here.',
    flow: 'From this flow',
    input: 'Handed over by another flow',
    given: 'Always known',
    setBy: 'kept by {nodes}',
    readAs: 'Use it in any text after this box as {name}',
    taken: '“{name}” is always known already and cannot be changed; choose another name.',
    malformed: 'Use English letters, digits and _ only, and begin with a letter.',
    overwrites: 'An earlier box keeps something as “{name}” too; this one writes over it.',
  },
  th: {
    variable: 'ตัวแปร',
    search: 'ค้นหาตัวแปร',
    choose: 'เลือกหรือพิมพ์ชื่อตัวแปร',
    loading: 'กำลังดูว่าตรงนี้รู้อะไรแล้วบ้าง…',
    noneYet: 'ก่อนถึงกล่องนี้ยังไม่มีการเก็บค่าใด ๆ ลองใช้กล่อง “ถาม” เพื่อเก็บคำตอบ',
    nothingFound: 'ไม่มีตัวแปรชื่อนี้ที่จุดนี้',
    flow: 'จากโฟลว์นี้',
    input: 'ส่งมาจากโฟลว์อื่น',
    given: 'มีให้ใช้เสมอ',
    setBy: 'เก็บโดย {nodes}',
    readAs: 'ใช้ในข้อความหลังกล่องนี้ได้ด้วย {name}',
    taken: 'มี “{name}” อยู่แล้วเสมอและเปลี่ยนไม่ได้ กรุณาใช้ชื่ออื่น',
    malformed: 'ใช้ได้เฉพาะตัวอักษรอังกฤษ ตัวเลข และ _ โดยขึ้นต้นด้วยตัวอักษร',
    overwrites: 'กล่องก่อนหน้าเก็บค่าไว้ในชื่อ “{name}” เหมือนกัน กล่องนี้จะเขียนทับ',
  },
});
