import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { openApi } from '../../server/api/openapi.ts';
import { routes } from '../../server/api/routes.ts';
import { openStand } from './stand.ts';

interface Described {
  readonly operationId: string;
  readonly responses: { readonly [status: string]: { readonly content?: object } };
}
const { paths } = openApi('1', 'http://sluice.test') as {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } };
};
const operations = Object.values(paths).flatMap((path) => Object.values(path));

test('every route is described, under a name of its own', () => {
  expect(operations).toHaveLength(routes.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

test('the description is for everybody', async () => {
  const stand = await openStand();
  const response = await fetch(`${stand.url}/api/openapi.json`);
  expect(await response.json()).toMatchObject({ openapi: '3.1.0', info: { version: '0.0.0-test' } });
  await stand.close();
});

test('lists answer what their schemas say', async () => {
  const stand = await openStand();
  const number = { id: '100', account: '900', name: 'Shop', display: '1', token: 'good', appSecret: 's' };
  await stand.ask('POST', '/numbers', number);
  await stand.ask('PUT', '/teams/sales', { name: 'Sales' });
  await stand.ask('PUT', '/connections/crm', { name: 'CRM', baseUrl: 'https://crm.test' });
  await stand.ask('POST', '/flows', { name: 'One', nodes: [], edges: [] });
  const ajv = new Ajv({ strict: true });
  for (const { method, path, answer } of routes) {
    if (method !== 'get' || path.includes(':') || !answer) continue;
    const { status, body } = await stand.ask('GET', path);
    const fits = ajv.compile(answer);
    expect([path, status, fits(body), fits.errors]).toEqual([path, 200, true, null]);
  }
  const { body } = await stand.ask('GET', '/flows/one');
  const flow = routes.find(({ method, path }) => method === 'get' && path === '/flows/:id');
  expect(ajv.validate(flow!.answer!, body)).toBe(true);
  await stand.close();
});
