import type { Calendar } from '../../nodes/contract/calendar.ts';

/** What a newcomer finds on the first start: Lotus & Loom, a shop for curtains and cushions in Bangkok. */
export interface DemoWorkspace {
  readonly name: string;
  readonly timeZone: string;
  readonly number: DemoNumber;
  readonly calendars: readonly Calendar[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly connections: readonly DemoConnection[];
  /** Their files are `flows-examples/<id>/flow.json`; the order is that of the admin. */
  readonly flows: readonly DemoFlow[];
  readonly templates: readonly DemoTemplate[];
  /** Who has a phone on the virtual WhatsApp: the first is a customer whom the demo CRM knows. */
  readonly people: readonly DemoPerson[];
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly number?: string;
  readonly username?: string;
  readonly language: 'en' | 'th';
}

export interface DemoNumber {
  readonly id: string;
  readonly name: string;
  readonly display: string;
  readonly fallback: string;
}

export interface DemoConnection {
  readonly id: string;
  readonly name: string;
  /** Where this server itself answers for it. */
  readonly path: string;
}

export interface DemoFlow {
  readonly id: string;
  /** A first message that shows what it does. */
  readonly hint: string;
}

/** A template as if Meta had approved it; `{{1}}` are its numbered holes. */
export interface DemoTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY';
  readonly body: string;
}

const office: Calendar = {
  id: 'office',
  name: 'Office hours',
  timeZone: 'Asia/Bangkok',
  weekly: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
    sat: [['10:00', '14:00']],
  },
  exceptions: [
    { date: '01-01', name: "New Year's Day", open: [] },
    { date: '04-13', name: 'Songkran', open: [] },
    { date: '04-14', name: 'Songkran', open: [] },
    { date: '04-15', name: 'Songkran', open: [] },
    { date: '12-31', name: "New Year's Eve", open: [['09:00', '12:00']] },
  ],
};

export const demoWorkspace: DemoWorkspace = {
  name: 'Lotus & Loom',
  timeZone: 'Asia/Bangkok',
  number: { id: 'demo', name: 'Lotus & Loom', display: '+66 2 555 0100', fallback: 'welcome' },
  calendars: [office],
  teams: [
    { id: 'sales', name: 'Sales' },
    { id: 'support', name: 'Support' },
  ],
  connections: [{ id: 'demo-crm', name: 'Demo CRM', path: '/demo/crm' }],
  flows: [
    { id: 'price-list', hint: 'Try *price*' },
    { id: 'order-status', hint: 'Try *Where is order 4711?*' },
    { id: 'appointment', hint: 'Try *book a visit*' },
    { id: 'lead-qualification', hint: 'Try *quote*' },
    { id: 'support-triage', hint: 'Try *I have a problem*' },
    { id: 'price-list-th', hint: 'ลองพิมพ์ *ราคาเท่าไหร่*' },
    { id: 'appointment-th', hint: 'ลองพิมพ์ *นัดหมาย*' },
    { id: 'welcome', hint: 'Try *hello*' },
  ],
  people: [
    { id: 'ana', name: 'Ana Ribeiro', number: '66812345678', language: 'en' },
    { id: 'somchai', name: 'สมชาย ใจดี', number: '66823456789', language: 'th' },
    { id: 'robin', name: 'Robin', username: 'robin.writes', language: 'en' },
  ],
  templates: [
    {
      ...{ name: 'still_on_it', language: 'en', category: 'UTILITY' },
      body: 'Hello! We have not forgotten {{1}} and write to you as soon as we can.',
    },
    {
      ...{ name: 'still_on_it', language: 'th', category: 'UTILITY' },
      body: 'สวัสดีค่ะ เรายังไม่ลืมเรื่อง{{1}}นะคะ จะรีบติดต่อกลับโดยเร็วที่สุดค่ะ',
    },
    {
      ...{ name: 'prices_sales_ready', language: 'en', category: 'UTILITY' },
      body: 'Hello! You asked for our prices. Sales is here now: just answer this message.',
    },
    {
      ...{ name: 'prices_sales_ready', language: 'th', category: 'UTILITY' },
      body: 'สวัสดีค่ะ ที่สอบถามราคาไว้ ตอนนี้ฝ่ายขายพร้อมให้บริการแล้ว ตอบกลับข้อความนี้ได้เลยค่ะ',
    },
    {
      ...{ name: 'visit_reminder', language: 'en', category: 'UTILITY' },
      body: 'See you tomorrow, {{1}}, at {{2}}! To change your visit, write *reschedule*.',
    },
    {
      ...{ name: 'visit_reminder', language: 'th', category: 'UTILITY' },
      body: 'พรุ่งนี้ {{1}} เวลา {{2}} น. พบกันนะคะ ถ้าต้องการเปลี่ยนนัด พิมพ์ *เลื่อนนัด* ได้เลยค่ะ',
    },
    {
      ...{ name: 'how_did_we_do', language: 'en', category: 'UTILITY' },
      body: 'Your question is solved. How did we do: great, fair or not good?',
    },
  ],
};
