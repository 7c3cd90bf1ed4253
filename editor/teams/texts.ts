import { defineTexts } from '../lib/texts.ts';

export const teamTexts = defineTexts({
  en: {
    title: 'Teams',
    why: 'A team answers the chats that flows hand over to people.',
    add: 'New team',
    emptyTitle: 'No teams yet',
    emptyText: 'When a flow cannot help any further, it hands the chat over to a team of people.',
    emptyOne: 'Sales: prices, offers, orders',
    emptyTwo: 'Support: problems and returns',
    description: 'What it takes care of',
    descriptionHint: 'Admins read it when they choose a team. Example: offers and orders over 10,000 baht.',
    needName: 'A team needs a name.',
    people: 'Who is in a team is set with the people of the workspace.',
  },
  th: {
    title: 'ทีม',
    why: 'ทีมคือคนที่ตอบแชตต่อ เมื่อโฟลว์ส่งลูกค้าต่อให้เจ้าหน้าที่',
    add: 'สร้างทีม',
    emptyTitle: 'ยังไม่มีทีม',
    emptyText: 'เมื่อโฟลว์ช่วยลูกค้าต่อไม่ได้ จะส่งแชตให้ทีมที่คุณกำหนดไว้',
    emptyOne: 'ฝ่ายขาย: ราคา ใบเสนอราคา คำสั่งซื้อ',
    emptyTwo: 'ฝ่ายบริการ: แจ้งปัญหาและคืนสินค้า',
    description: 'ดูแลเรื่องอะไร',
    descriptionHint: 'ช่วยให้ผู้ดูแลเลือกทีมได้ถูก เช่น ใบเสนอราคาและคำสั่งซื้อเกิน 10,000 บาท',
    needName: 'กรุณาตั้งชื่อทีม',
    people: 'สมาชิกในทีมกำหนดได้ที่หน้าผู้ใช้',
  },
});
