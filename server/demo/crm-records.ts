/** Somebody the demo shop has sold to, as its CRM knows them. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
  readonly language: string;
  readonly level: 'new' | 'regular' | 'vip';
  readonly since: string;
}

export interface Order {
  readonly number: string;
  readonly customer: string;
  readonly items: string;
  /** Thai baht. */
  readonly total: number;
  readonly status: OrderStatus;
  readonly placed: string;
  /** The day it arrives or arrived. */
  readonly due?: string;
  readonly tracking?: string;
}

export type OrderStatus = 'received' | 'in production' | 'on its way' | 'delivered' | 'cancelled';

export interface Ticket {
  readonly id: string;
  readonly customer: string;
  readonly about: string;
  readonly status: 'open' | 'waiting for you' | 'solved';
  readonly opened: string;
}

export interface CrmRecords {
  readonly customers: readonly Customer[];
  readonly orders: readonly Order[];
  readonly tickets: readonly Ticket[];
}

const DAY_MS = 86_400_000;

/** The records of Lotus & Loom, the demo shop for curtains and cushions, as they stand on a day (epoch ms). */
export function crmRecords(today: number): CrmRecords {
  const day = (offset: number) => new Date(today + offset * DAY_MS).toISOString().slice(0, 10);
  return {
    customers: CUSTOMERS.map(([id, name, phone, email, city, language, level, since]) => ({
      ...{ id, name, phone, email, city, language, level, since },
    })),
    orders: ORDERS.map(([number, customer, items, total, status, placed, due]) => ({
      ...{ number, customer, items, total, status, placed: day(placed) },
      ...(due !== undefined && { due: day(due) }),
      ...((status === 'on its way' || status === 'delivered') && { tracking: `TH${number}88${total}` }),
    })),
    tickets: TICKETS.map(([id, customer, about, status, opened]) => ({
      ...{ id, customer, about, status, opened: day(opened) },
    })),
  };
}

const CUSTOMERS: readonly (readonly [
  ...[id: string, name: string, phone: string, email: string, city: string],
  ...[language: string, level: Customer['level'], since: string],
])[] = [
  ['c01', 'Ana Ribeiro', '66812345678', 'ana@example.com', 'Bangkok', 'en', 'vip', '2021-05-14'],
  ['c02', 'สมชาย ใจดี', '66823456789', 'somchai@example.com', 'Bangkok', 'th', 'regular', '2022-01-30'],
  ['c03', 'Priya Nair', '66834567890', 'priya@example.com', 'Nonthaburi', 'en', 'regular', '2022-08-11'],
  ['c04', 'มาลี ศรีสุข', '66845678901', 'malee@example.com', 'Chiang Mai', 'th', 'vip', '2020-11-02'],
  ['c05', 'Jonas Weber', '4915112345678', 'jonas@example.com', 'Hua Hin', 'de', 'new', '2025-09-19'],
  ['c06', 'Kanda Phromma', '66856789012', 'kanda@example.com', 'Khon Kaen', 'th', 'regular', '2023-03-08'],
  ['c07', 'Tom Fletcher', '447700900123', 'tom@example.com', 'Phuket', 'en', 'regular', '2023-06-21'],
  ['c08', 'วิภา ทองดี', '66867890123', 'wipa@example.com', 'Pattaya', 'th', 'new', '2025-12-05'],
  ['c09', 'Mei Tanaka', '818012345678', 'mei@example.com', 'Bangkok', 'ja', 'regular', '2024-02-17'],
  [
    'c10',
    'Nattapong Saelim',
    '66878901234',
    'nattapong@example.com',
    'Samut Prakan',
    'th',
    'new',
    '2026-01-22',
  ],
  ['c11', 'Claire Dubois', '33612345678', 'claire@example.com', 'Koh Samui', 'fr', 'vip', '2021-10-27'],
  ['c12', 'Arun Patel', '66889012345', 'arun@example.com', 'Bangkok', 'en', 'new', '2026-02-03'],
];

/** `placed` and `due` are counted in days from today. */
const ORDERS: readonly (readonly [
  ...[number: string, customer: string, items: string, total: number, status: OrderStatus],
  ...[placed: number, due?: number],
])[] = [
  ['4701', 'c04', 'silk cushions, 6 pieces', 5400, 'delivered', -41, -33],
  ['4702', 'c01', 'linen curtains, 2 pairs', 7800, 'delivered', -38, -27],
  ['4703', 'c07', 'table runner, indigo', 1290, 'delivered', -36, -31],
  ['4704', 'c02', 'blackout curtains, 1 pair', 4500, 'delivered', -34, -24],
  ['4705', 'c11', 'cotton throws, 3 pieces', 3870, 'delivered', -30, -25],
  ['4706', 'c03', 'roller blind, 120 cm', 2150, 'cancelled', -28],
  ['4707', 'c06', 'linen curtains, 1 pair', 3900, 'delivered', -27, -16],
  ['4708', 'c09', 'floor cushions, 4 pieces', 3160, 'delivered', -22, -15],
  ['4709', 'c04', 'silk curtains, 3 pairs', 18900, 'delivered', -21, -6],
  ['4710', 'c05', 'cushion covers, 8 pieces', 2320, 'on its way', -9, 1],
  ['4711', 'c01', 'linen cushions, 4 pieces', 2760, 'on its way', -6, 1],
  ['4712', 'c08', 'blackout curtains, 2 pairs', 9000, 'in production', -8, 6],
  ['4713', 'c02', 'table cloth, 8 seats', 1980, 'on its way', -5, 0],
  ['4714', 'c07', 'roller blinds, 3 pieces', 6450, 'in production', -7, 5],
  ['4715', 'c10', 'sample box', 290, 'delivered', -5, -2],
  ['4716', 'c11', 'sheer curtains, 4 pairs', 12400, 'in production', -6, 9],
  ['4717', 'c03', 'cotton throw, sand', 1290, 'on its way', -4, 2],
  ['4718', 'c06', 'cushion covers, 2 pieces', 580, 'cancelled', -4],
  ['4719', 'c12', 'sample box', 290, 'on its way', -3, 1],
  ['4720', 'c09', 'linen curtains, 2 pairs', 7800, 'in production', -3, 10],
  ['4721', 'c04', 'bed spread, lotus', 6900, 'received', -2, 12],
  ['4722', 'c10', 'roller blind, 90 cm', 1850, 'received', -1, 9],
  ['4723', 'c01', 'silk cushions, 2 pieces', 1800, 'received', -1, 8],
  ['4724', 'c08', 'table runner, lotus', 1290, 'received', 0, 5],
  ['4725', 'c12', 'blackout curtains, 3 pairs', 13500, 'received', 0, 14],
];

const TICKETS: readonly (readonly [
  ...[id: string, customer: string, about: string],
  ...[status: Ticket['status'], opened: number],
])[] = [
  ['T-1001', 'c07', 'Table runner has a loose thread', 'solved', -30],
  ['T-1002', 'c02', 'Curtains are 4 cm too long', 'solved', -22],
  ['T-1003', 'c06', 'One curtain hook is missing', 'solved', -14],
  ['T-1004', 'c03', 'Refund for cancelled order 4706', 'waiting for you', -20],
  ['T-1005', 'c04', 'Colour differs from the sample', 'open', -4],
  ['T-1006', 'c05', 'New delivery address in Hua Hin', 'open', -2],
  ['T-1007', 'c11', 'Wants to add two pairs to order 4716', 'waiting for you', -1],
  ['T-1008', 'c08', 'Invoice with tax number', 'open', 0],
];
