import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { openApi } from '../../server/api/openapi/openapi.ts';
import { routes } from '../../server/api/routes.ts';
import { problems } from '../../server/problems.ts';
import { openStand } from './stand.ts';

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: {
    readonly [status: string]: { readonly description: string; readonly content?: object };
  };
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

test('every example in the description fits its schema', () => {
  const ajv = new Ajv({ strict: true });
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('schema' in value && 'example' in value && typeof value.schema === 'object' && value.schema)
      expect([path, ajv.validate(value.schema, value.example), ajv.errorsText()]).toEqual([
        path,
        true,
        'No errors',
      ]);
    for (const [key, inside] of Object.entries(value)) walk(inside, `${path}/${key}`);
  };
  walk(paths, '');
});

test('it is an OpenAPI 3.1 document in shape', () => {
  const document = openApi('1', 'http://sluice.test') as {
    readonly tags: readonly { readonly name: string; readonly description?: string }[];
    readonly 'x-problems': readonly { readonly code: string; readonly detail: string }[];
  };
  const tags = document.tags.map(({ name }) => name);
  expect(new Set(tags).size).toBe(tags.length);
  for (const [path, methods] of Object.entries(paths)) {
    expect(path).toMatch(/^\/[a-z{]/);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [method, operation] of Object.entries(methods)) {
      expect(['get', 'post', 'put', 'delete']).toContain(method);
      const { parameters, summary, tags: own, requestBody, responses } = operation;
      expect(summary).toMatch(/^[A-Z"]/);
      expect(tags).toEqual(expect.arrayContaining([...own]));
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
      if (method === 'get') expect(requestBody).toBeUndefined();
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429', '503']));
      expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toHaveLength(1);
      for (const { description } of Object.values(responses)) expect(description).toMatch(/\w/);
    }
  }
  const codes = document['x-problems'].map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining(['not-signed-in', 'stale-revision', 'flow-has-errors', 'no-such-…']),
  );
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(Object.keys(problems).length);
});
