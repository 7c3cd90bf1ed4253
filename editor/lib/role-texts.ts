import { defineTexts } from './texts.ts';

/** The names of roles, and what each may do. */
export const roleTexts = defineTexts({
  en: {
    admin: 'Admin',
    supervisor: 'Supervisor',
    agent: 'Agent',
    analyst: 'Analyst',
    viewer: 'Viewer',
    adminMay: 'May do everything: draw and publish flows, change settings, add people.',
    supervisorMay:
      'Watches what happens, answers customers and tries flows out. Changes no flow and no setting.',
    agentMay: 'Answers the customers that flows hand over to people.',
    analystMay: 'Reads what happened and tries flows out. Answers nobody and changes nothing.',
    viewerMay: 'Looks at flows and settings, and changes nothing.',
    notYours: 'Your role ({role}) may not do this. An admin can change that.',
  },
  th: {
    admin: 'ผู้ดูแล',
    supervisor: 'หัวหน้าทีม',
    agent: 'แอดมินตอบแชต',
    analyst: 'นักวิเคราะห์',
    viewer: 'ผู้ชม',
    adminMay: 'ทำได้ทุกอย่าง: สร้างและเผยแพร่โฟลว์ เปลี่ยนการตั้งค่า เพิ่มคน',
    supervisorMay: 'ดูสิ่งที่เกิดขึ้น ตอบลูกค้า และลองเล่นโฟลว์ได้ แต่แก้โฟลว์และการตั้งค่าไม่ได้',
    agentMay: 'ตอบลูกค้าที่โฟลว์ส่งต่อมาให้คนดูแล',
    analystMay: 'ดูสิ่งที่เกิดขึ้นแล้วและลองเล่นโฟลว์ได้ แต่ตอบลูกค้าและแก้ไขอะไรไม่ได้',
    viewerMay: 'ดูโฟลว์และการตั้งค่าได้อย่างเดียว',
    notYours: 'บทบาทของคุณ ({role}) ทำสิ่งนี้ไม่ได้ ผู้ดูแลเปลี่ยนให้ได้',
  },
});
