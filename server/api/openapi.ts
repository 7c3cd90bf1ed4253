import type { Route } from './route.ts';
import { routes } from './routes.ts';
import type { JsonSchema } from './schema.ts';

/** What the API can do, for programs: made from the routes themselves. */
export function openApi(version: string, publicUrl: string): object {
  const paths: { [path: string]: object } = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sluice', version, description: 'The API of a Sluice server.' },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { browser: [] }],
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
  };
}

const operation = (route: Route): object => ({
  summary: route.title,
  operationId: `${route.method}${route.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  tags: [route.path.split('/')[1]],
  'x-needs': route.needs,
  ...(route.needs === 'open' && { security: [] }),
  parameters: [...pathParameters(route), ...queryParameters(route)],
  ...(route.body !== undefined && {
    requestBody: { required: true, content: contentOf(route.body) },
  }),
  responses: responses(route),
});

const contentOf = (body: NonNullable<Route['body']>): object =>
  body === 'bytes' ? { 'application/octet-stream': {} } : json(body === 'text' ? {} : body);

const pathParameters = ({ path }: Route) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = ({ query }: Route) =>
  Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema,
  }));

function responses(route: Route): object {
  const { answer, status, refuses = [], body, query } = route;
  const invalid = body !== undefined || query !== undefined ? [422] : [];
  const refused = [
    ...new Set([...(route.needs === 'open' ? [429] : [401, 403]), ...invalid, ...refuses]),
  ].sort();
  return {
    ...(answer
      ? { [status ?? 200]: { description: 'Done', content: json(answer) } }
      : { 204: { description: 'Done' } }),
    ...Object.fromEntries(refused.map((code) => [code, refusal])),
  };
}

const json = (schema: JsonSchema | object) => ({ 'application/json': { schema } });

const refusal = {
  description: 'Refused, and why',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: programs may go by it.' },
    detail: { type: 'string', description: 'One sentence for people.' },
    errors: { type: 'array', items: { type: 'object' } },
  },
};
