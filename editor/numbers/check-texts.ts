import { defineTexts } from '../lib/texts.ts';

/** What a check found, by the server's codes. What is missing here is said in the server's own words. */
export const checkTexts = defineTexts({
  en: {
    checking: 'Asking WhatsApp…',
    allGood: 'Everything is right.',
    good: 'Right',
    wrong: 'Wrong',
    unsure: 'Cannot be told',
    secretsUnreadable:
      'Token and secret cannot be opened: SECRET_KEY is not the one they were saved with. Enter them again.',
    idNotDigits:
      'The phone number ID has digits only. If it has a plus or spaces, it is the phone number itself; the ID stands below it at Meta.',
    idShort:
      'This is shorter than Meta’s IDs. Make sure that it is the phone number ID, not the phone number.',
    idLooksRight: 'This looks like a phone number ID.',
    idsSwapped:
      'This is the ID of the account, not of the phone number. Both stand beside each other at Meta.',
    accountNotDigits: 'The account ID has digits only.',
    accountShort: 'This is shorter than Meta’s IDs. Make sure that it is the WhatsApp Business Account ID.',
    accountLooksRight: 'This looks like an account ID.',
    accountIsId: 'This is the phone number ID again. The account has an ID of its own.',
    accountFits: 'The number belongs to this account.',
    accountOther: 'This account has other numbers: {others}.',
    accountNotSeen:
      'The token may not see this account. Check the ID; at Meta, give the system user the WhatsApp account and the permission whatsapp_business_management.',
    tokenNeedsId: 'Enter the phone number ID first: the token is tried on it.',
    tokenBlanks: 'There are spaces or line breaks inside the token. Copy it again, whole.',
    tokenIsSecret: 'This is the app secret. The token is longer and begins with EAA.',
    tokenIsId: 'This is an ID. The token is longer and begins with EAA.',
    tokenRefused:
      'Meta does not accept this token: it is wrong, has expired or was revoked. Make a new one for a system user.',
    tokenPermission:
      'The token lacks a permission. Make a new one with whatsapp_business_messaging and whatsapp_business_management.',
    numberFound: 'WhatsApp knows this number as {phone} ({name}).',
    numberNotSeen:
      'The token is good, but it may not see a number with this ID. Check the ID; at Meta, give the system user the WhatsApp account.',
    secretNeedsToken: 'It can be checked as soon as ID and token are right.',
    secretIsToken: 'This is a token. The app secret has 32 letters and digits.',
    secretFormat: 'An app secret has 32 characters: digits and the letters a to f.',
    secretFits: 'The secret belongs to the app of the token.',
    secretWrong:
      'This is the secret of another app, or an old one. Copy it from the app that the token was made for.',
    secretUnproven: 'The secret cannot be checked here; the first message will tell.',
    subscribed: 'Done: WhatsApp sends the messages of this account to {url}.',
    webhooksNone: 'The messages of this account are not sent anywhere yet.',
    webhooksHere: 'The messages of this account come here.',
    webhooksElsewhere: 'The messages go to {url} instead of here.',
    webhooksApp: 'The messages go to the address that the app {app} has at Meta. It must be {url}.',
    addressVirtual: 'The virtual WhatsApp lives on this server.',
    addressReached: 'This server answers at {url}.',
    addressUnproven:
      'This server could not reach itself at {url}. If Meta cannot either, check PUBLIC_URL, the certificate and the firewall.',
    addressNotPublic:
      'WhatsApp cannot reach {url}: it takes an https address on the open internet. Whoever runs this server sets PUBLIC_URL.',
    metaAway: 'WhatsApp does not answer at the moment. Try again in a minute.',
    metaRefused: 'WhatsApp refused: {says}',
  },
  th: {
    checking: 'กำลังสอบถาม WhatsApp…',
    allGood: 'ทุกอย่างถูกต้อง',
    good: 'ถูกต้อง',
    wrong: 'ไม่ถูกต้อง',
    unsure: 'ยังบอกไม่ได้',
    secretsUnreadable: 'เปิดโทเค็นและรหัสลับไม่ได้ เพราะ SECRET_KEY ไม่ใช่ค่าที่ใช้ตอนบันทึก กรุณากรอกใหม่',
    idNotDigits:
      'Phone number ID มีแต่ตัวเลข ถ้ามีเครื่องหมายบวกหรือเว้นวรรค แสดงว่าเป็นเบอร์โทร รหัสจะอยู่ใต้เบอร์ในหน้าของ Meta',
    idShort: 'สั้นกว่ารหัสของ Meta โปรดตรวจว่าเป็น Phone number ID ไม่ใช่เบอร์โทร',
    idLooksRight: 'ดูเหมือน Phone number ID ที่ถูกต้อง',
    idsSwapped: 'นี่คือรหัสบัญชี ไม่ใช่รหัสของเบอร์ ทั้งสองรหัสอยู่ข้างกันในหน้าของ Meta',
    accountNotDigits: 'รหัสบัญชีมีแต่ตัวเลข',
    accountShort: 'สั้นกว่ารหัสของ Meta โปรดตรวจว่าเป็นรหัสบัญชี WhatsApp Business',
    accountLooksRight: 'ดูเหมือนรหัสบัญชีที่ถูกต้อง',
    accountIsId: 'นี่คือ Phone number ID ซ้ำอีกครั้ง รหัสบัญชีเป็นอีกรหัสหนึ่ง',
    accountFits: 'เบอร์นี้อยู่ในบัญชีนี้',
    accountOther: 'บัญชีนี้มีเบอร์อื่น: {others}',
    accountNotSeen:
      'โทเค็นนี้มองไม่เห็นบัญชีดังกล่าว ตรวจรหัสอีกครั้ง แล้วให้สิทธิ์ whatsapp_business_management กับผู้ใช้ระบบใน Meta',
    tokenNeedsId: 'กรอก Phone number ID ก่อน เพราะต้องใช้ทดสอบโทเค็น',
    tokenBlanks: 'มีเว้นวรรคหรือขึ้นบรรทัดใหม่ในโทเค็น กรุณาคัดลอกใหม่ทั้งหมด',
    tokenIsSecret: 'นี่คือรหัสลับของแอป โทเค็นจะยาวกว่าและขึ้นต้นด้วย EAA',
    tokenIsId: 'นี่คือรหัสตัวเลข โทเค็นจะยาวกว่าและขึ้นต้นด้วย EAA',
    tokenRefused: 'Meta ไม่รับโทเค็นนี้ อาจผิด หมดอายุ หรือถูกยกเลิก กรุณาสร้างใหม่ให้ผู้ใช้ระบบ',
    tokenPermission:
      'โทเค็นขาดสิทธิ์ กรุณาสร้างใหม่โดยเลือก whatsapp_business_messaging และ whatsapp_business_management',
    numberFound: 'WhatsApp รู้จักเบอร์นี้: {phone} ({name})',
    numberNotSeen: 'โทเค็นใช้ได้ แต่มองไม่เห็นเบอร์ที่มีรหัสนี้ ตรวจรหัสอีกครั้ง แล้วให้สิทธิ์บัญชี WhatsApp กับผู้ใช้ระบบใน Meta',
    secretNeedsToken: 'จะตรวจได้เมื่อรหัสเบอร์และโทเค็นถูกต้อง',
    secretIsToken: 'นี่คือโทเค็น รหัสลับของแอปมี 32 ตัวอักษร',
    secretFormat: 'รหัสลับของแอปมี 32 ตัว เป็นตัวเลขและอักษร a ถึง f',
    secretFits: 'รหัสลับตรงกับแอปของโทเค็น',
    secretWrong: 'เป็นรหัสลับของแอปอื่นหรือรหัสเก่า กรุณาคัดลอกจากแอปที่ใช้สร้างโทเค็น',
    secretUnproven: 'ตรวจรหัสลับจากที่นี่ไม่ได้ จะรู้เมื่อมีข้อความแรกเข้ามา',
    subscribed: 'เรียบร้อย WhatsApp จะส่งข้อความของบัญชีนี้มาที่ {url}',
    webhooksNone: 'ยังไม่มีการส่งข้อความของบัญชีนี้ไปที่ใด',
    webhooksHere: 'ข้อความของบัญชีนี้ส่งมาที่นี่แล้ว',
    webhooksElsewhere: 'ข้อความถูกส่งไปที่ {url} ไม่ได้มาที่นี่',
    webhooksApp: 'ข้อความถูกส่งไปยังที่อยู่ที่แอป {app} ตั้งไว้ใน Meta ซึ่งต้องเป็น {url}',
    addressVirtual: 'WhatsApp จำลองอยู่บนเซิร์ฟเวอร์นี้',
    addressReached: 'เซิร์ฟเวอร์นี้ตอบที่ {url}',
    addressUnproven: 'เซิร์ฟเวอร์นี้เข้าถึงตัวเองที่ {url} ไม่ได้ ถ้า Meta ก็เข้าไม่ได้ ให้ตรวจ PUBLIC_URL ใบรับรอง และไฟร์วอลล์',
    addressNotPublic: 'WhatsApp เข้าถึง {url} ไม่ได้ ต้องเป็นที่อยู่ https บนอินเทอร์เน็ต ให้ผู้ดูแลเซิร์ฟเวอร์ตั้งค่า PUBLIC_URL',
    metaAway: 'ตอนนี้ WhatsApp ไม่ตอบ ลองใหม่อีกครั้งในหนึ่งนาที',
    metaRefused: 'WhatsApp ปฏิเสธ: {says}',
  },
});
