import { problemList } from '../../problem-list.ts';
import type { Route } from '../route.ts';
import { routes } from '../routes.ts';
import type { JsonSchema } from '../schema.ts';
import { refusals } from './openapi-refusals.ts';
import { TAGS, tagOf } from './openapi-tags.ts';
import { sampleValue } from './sample-value.ts';

/** What the API can do, for programs and for the page that shows it: made from the routes themselves. */
export function openApi(version: string, publicUrl: string): object {
  const paths: { [path: string]: object } = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  const used = new Set(routes.map(tagOf));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sluice',
      version,
      description:
        'The API of a Sluice server: everything that its own pages do, they do with it. Fields that are not known are refused by name; refusals are `application/problem+json` with a stable code.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { browser: [] }],
    tags: [...used].map((name) => ({ name, ...(TAGS[name] && { description: TAGS[name] }) })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'The admin key, for programs.' },
        browser: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sluice-…',
          description: 'A browser that is signed in.',
        },
      },
      schemas: { Problem: problemSchema },
    },
    'x-problems': problemList(),
  };
}

const operation = (route: Route): object => ({
  summary: route.title,
  operationId: `${route.method}${route.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  tags: [tagOf(route)],
  'x-needs': route.needs,
  ...(route.needs === 'open' && { security: [] }),
  parameters: [...pathParameters(route), ...queryParameters(route)],
  ...(route.body !== undefined && { requestBody: { required: true, content: contentOf(route.body) } }),
  responses: responses(route),
});

function contentOf(body: NonNullable<Route['body']>): object {
  if (body === 'bytes') return { 'application/octet-stream': {} };
  return body === 'text' ? { 'text/plain': { schema: { type: 'string' } } } : json(body);
}

const pathParameters = ({ path }: Route) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example: name === 'version' ? '1' : 'price-list',
  }));

const queryParameters = ({ query }: Route) =>
  Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    ...(schema.description !== undefined && { description: schema.description }),
    schema,
  }));

const responses = (route: Route): object => ({
  ...(route.answer
    ? { [route.status ?? 200]: { description: 'Done', content: json(route.answer) } }
    : { 204: { description: 'Done' } }),
  ...refusals(route),
});

function json(schema: JsonSchema): object {
  const example = sampleValue(schema);
  return { 'application/json': { schema, ...(example !== undefined && { example }) } };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: programs may go by it.' },
    detail: { type: 'string', description: 'One sentence for people.' },
    errors: {
      type: 'array',
      description: 'Each mistake by itself, with the field it is about.',
      items: {
        type: 'object',
        required: ['message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
