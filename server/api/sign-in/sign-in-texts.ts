import type { PageLanguage } from './sign-in-address.ts';

const en = {
  itself: 'English',
  signIn: 'Sign in',
  welcome: 'Welcome',
  firstTime:
    'This server is new. Open the address that was printed where it was started, or paste its key here.',
  email: 'Email',
  password: 'Password',
  key: 'Admin key',
  keyWhere: 'It is the part behind “key=” in the address printed at the start of the server.',
  useKey: 'Use the key instead',
  enterByKey: 'Continue with the key',
  forgotten:
    'Forgotten the password? Ask an admin for a new one, or open the address printed at the start of the server.',
  wrongKey: 'That is not the key of this server.',
  wrongSignIn: 'Email and password do not belong together. Please try again.',
  accountOff: 'This account is switched off. An admin can switch it on.',
  tooMany: 'Too many tries. Please wait a few minutes, then try again.',
  notAllowed: 'This page is not for your role',
  notAllowedWhy: 'An admin can give you another role.',
  toFlows: 'Back to the flows',
} as const;

export type SignInTexts = { readonly [key in keyof typeof en]: string };

/** What the sign-in page says. */
export const SIGN_IN_TEXTS: { readonly [language in PageLanguage]: SignInTexts } = {
  en,
  th: {
    itself: 'ไทย',
    signIn: 'เข้าสู่ระบบ',
    welcome: 'ยินดีต้อนรับ',
    firstTime: 'เซิร์ฟเวอร์นี้เพิ่งติดตั้งใหม่ กรุณาเปิดลิงก์ที่แสดงตอนเริ่มโปรแกรม หรือวางกุญแจจากลิงก์นั้นที่นี่',
    email: 'อีเมล',
    password: 'รหัสผ่าน',
    key: 'กุญแจผู้ดูแล',
    keyWhere: 'คือส่วนที่อยู่หลัง “key=” ในลิงก์ที่แสดงตอนเริ่มเซิร์ฟเวอร์',
    useKey: 'ใช้กุญแจแทน',
    enterByKey: 'เข้าด้วยกุญแจ',
    forgotten: 'ลืมรหัสผ่าน? ขอรหัสใหม่จากผู้ดูแล หรือเปิดลิงก์ที่แสดงตอนเริ่มเซิร์ฟเวอร์',
    wrongKey: 'กุญแจนี้ไม่ใช่ของเซิร์ฟเวอร์นี้',
    wrongSignIn: 'อีเมลหรือรหัสผ่านไม่ถูกต้อง กรุณาลองใหม่',
    accountOff: 'บัญชีนี้ถูกปิดใช้งาน ผู้ดูแลสามารถเปิดให้ได้',
    tooMany: 'ลองหลายครั้งเกินไป กรุณารอสักครู่แล้วลองใหม่',
    notAllowed: 'บทบาทของคุณเปิดหน้านี้ไม่ได้',
    notAllowedWhy: 'ผู้ดูแลสามารถเปลี่ยนบทบาทให้คุณได้',
    toFlows: 'กลับไปที่โฟลว์',
  },
};
