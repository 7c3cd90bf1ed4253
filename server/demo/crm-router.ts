import { json, type Request, type Response, Router } from 'express';
import type { CrmRecords } from './crm-records.ts';

export interface DemoCrm {
  readonly records: CrmRecords;
  /** With a key, only requests that carry it as `X-Api-Key` or as bearer token are answered. */
  readonly apiKey?: string;
}

/** A small CRM over HTTP, so that look-ups in the demo workspace go the way they go in earnest. */
export function crmRouter({ records: { customers, orders, tickets }, apiKey }: DemoCrm): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (apiKey === undefined || carries(request, apiKey)) next();
    else refuse(response, 401, 'The demo CRM wants its key in the header "X-Api-Key".');
  });
  router.get('/people', ({ query }, response) => {
    const { phone, email } = query;
    if (typeof phone !== 'string' && typeof email !== 'string')
      return refuse(response, 400, 'Ask for people by "phone" or by "email".');
    const found = customers.find((customer) =>
      typeof phone === 'string'
        ? customer.phone === digits(phone)
        : customer.email === String(email).trim().toLowerCase(),
    );
    return answer(response, found && withOrders(found), 'person');
  });
  router.get('/orders/:number', ({ params }, response) => {
    const found = orders.find(({ number }) => number === digits(params.number));
    const customer = customers.find(({ id }) => id === found?.customer);
    answer(response, found && { ...found, name: customer?.name, phone: customer?.phone }, 'order');
  });
  router.get('/tickets/:id', ({ params }, response) => {
    const found = tickets.find(({ id }) => id === params.id.trim().toUpperCase());
    answer(response, found, 'ticket');
  });
  router.post(
    '/appointments',
    json({ limit: '10kb' }),
    (request: Request<object, object, unknown>, response) => {
      const booked = request.body;
      if (!isAppointment(booked))
        return refuse(response, 400, 'An appointment needs a "day" such as 2026-03-05 and a "time".');
      appointments += 1;
      response.status(201).json({ reference: `V${1000 + appointments}`, ...booked });
    },
  );

  let appointments = 0;
  function withOrders<T extends { readonly id: string }>(customer: T) {
    const own = orders.filter((order) => order.customer === customer.id);
    return { ...customer, orders: own.length, latestOrder: own.at(-1)?.number ?? null };
  }
  return router;
}

const isAppointment = (value: unknown): value is { readonly day: string; readonly time: string } =>
  typeof value === 'object' &&
  value !== null &&
  'day' in value &&
  /^\d{4}-\d{2}-\d{2}$/.test(String(value.day)) &&
  'time' in value &&
  typeof value.time === 'string';

const carries = (request: Request, key: string): boolean =>
  request.get('x-api-key') === key || request.get('authorization') === `Bearer ${key}`;

const digits = (text: string): string => text.replace(/\D/g, '');

function answer(response: Response, found: object | undefined, what: string): void {
  if (found) response.json(found);
  else refuse(response, 404, `The demo CRM knows no such ${what}.`);
}

const refuse = (response: Response, status: number, detail: string): void => {
  response.status(status).type('application/problem+json').json({ status, title: 'Demo CRM', detail });
};
