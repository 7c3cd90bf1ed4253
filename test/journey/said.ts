/** What a shop says, and what its customer writes. */
export const SAID = {
  en: {
    keyword: 'price',
    asks: 'What is the price?',
    list: 'Here is our price list, ',
    newList: 'Our new price list is out.',
    closed: 'We are closed, and open at nine.',
    tag: 'asked-price',
    team: 'Sales',
    test: 'Price by day and by night',
    note: 'The list is new',
    flow: 'Price list',
    person: 'Ann',
  },
  th: {
    keyword: 'ราคา',
    asks: 'ขอทราบราคาหน่อยค่ะ',
    list: 'นี่คือรายการราคาของเราค่ะ ',
    newList: 'รายการราคาใหม่มาแล้วค่ะ',
    closed: 'ตอนนี้ร้านปิดแล้วค่ะ เปิดเก้าโมงเช้า',
    tag: 'ถามราคา',
    team: 'ฝ่ายขาย',
    test: 'ถามราคาตอนเปิดและตอนปิด',
    note: 'รายการใหม่',
    flow: 'รายการราคา',
    person: 'แอน',
  },
} as const;
