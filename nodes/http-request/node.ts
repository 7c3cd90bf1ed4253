import type { Effect } from '../contract/effect.ts';
import type { JsonObject } from '../contract/json.ts';
import { defineNode, leave, type Remark, wait } from '../contract/node-type.ts';
import { partsOf, partsProperty } from '../contract/parts.ts';
import { mistake, warning } from '../contract/remark.ts';
import type { ObjectSchema, ParamsOf } from '../contract/schema.ts';
import { why } from './why.ts';

const params = {
  type: 'object',
  required: ['method', 'url'],
  additionalProperties: false,
  properties: {
    connection: {
      type: 'string',
      title: 'Connection',
      description: 'Brings the beginning of the address, and the password or key.',
      format: 'connection',
    },
    method: {
      type: 'string',
      title: 'What to do there',
      enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      labels: {
        GET: 'Read (GET)',
        POST: 'Send or create (POST)',
        PUT: 'Replace (PUT)',
        PATCH: 'Change (PATCH)',
        DELETE: 'Delete (DELETE)',
      },
      default: 'GET',
    },
    url: {
      type: 'string',
      title: 'Address',
      description: 'With a connection write only what follows its address, such as /orders/{{ order }}.',
      format: 'url-template',
      minLength: 1,
      maxLength: 2000,
      examples: ['https://api.example.com/orders/{{ order }}'],
    },
    headers: {
      type: 'array',
      title: 'Headers',
      description: 'Only if the other system asks for them.',
      maxItems: 30,
      items: {
        type: 'object',
        required: ['name', 'value'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', title: 'Name', pattern: '^[A-Za-z0-9-]{1,60}$' },
          value: { type: 'string', title: 'Value', format: 'template', maxLength: 4000 },
        },
      },
    },
    body: {
      type: 'string',
      title: 'Content to send',
      description: 'Usually JSON; there, write {{ name | json }} without quotes around it.',
      format: 'template',
      maxLength: 50_000,
    },
    saveAs: {
      type: 'string',
      title: 'Keep the answer as',
      description: 'Use it as {{ answer.body.total }}; {{ answer.status }} is the number of its status.',
      format: 'variable',
      examples: ['answer'],
    },
    parts: partsProperty,
    timeoutSeconds: {
      type: 'integer',
      title: 'Wait at most, in seconds',
      minimum: 1,
      maximum: 60,
      default: 10,
    },
  },
} as const satisfies ObjectSchema;

type Params = ParamsOf<typeof params>;

/** Calls a web service and keeps its answer in a variable. */
export const node = defineNode({
  title: 'Ask another system',
  doc: 'Calls a web service (HTTP), such as your shop, and keeps its answer for later.',
  params,
  fresh: { method: 'GET', url: '', saveAs: 'answer' },
  ports: () => [
    { id: 'ok', label: 'Answered' },
    { id: 'failed', label: 'Failed', when: 'failed' },
    { id: 'timeout', label: 'Took too long', when: 'failed' },
  ],
  enter: ({ params }) => wait('answer', { effects: [request(params)] }),
  resume: ({ params }, event) => {
    if (event.type === 'httpAnswered') {
      const { status, body } = event;
      return leave(status >= 200 && status < 400 ? 'ok' : 'failed', keep(params, { status, body }));
    }
    const failed = event.type === 'effectFailed' ? event : { code: 'unknown', reason: 'no answer' };
    const port = failed.code === 'timeout' ? 'timeout' : 'failed';
    return leave(port, keep(params, { status: 0, body: null, reason: failed.reason }));
  },
  why: ({ params }, _outcome, event) => why(params.timeoutSeconds ?? 10, event),
  check,
});

const keep = ({ saveAs, parts = [] }: Params, answer: JsonObject) => {
  const set = {
    ...partsOf(answer['body'] ?? null, parts),
    ...(saveAs !== undefined && { [saveAs]: answer }),
  };
  return Object.keys(set).length === 0 ? {} : { set };
};

function request({ connection, method, url, headers = [], body = '', timeoutSeconds = 10 }: Params): Effect {
  const written = headers.map(({ name, value }) => [name, oneLine(value)] as const);
  const typed = written.some(([name]) => name.toLowerCase() === 'content-type');
  const type = body.trim() !== '' && !typed ? { 'Content-Type': contentType(body) } : {};
  return {
    type: 'httpRequest',
    ...(connection && { connection }),
    method,
    url,
    headers: { ...type, ...Object.fromEntries(written) },
    ...(body.trim() !== '' && { body }),
    timeoutMs: timeoutSeconds * 1000,
  };
}

/** What a contact wrote must not begin a header of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const oneLine = (value: string): string => value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

const contentType = (body: string): string =>
  /^\s*[[{]/.test(body) ? 'application/json' : 'text/plain; charset=utf-8';

function check({ connection, method, url, body = '' }: Params): readonly Remark[] {
  const absolute = /^https?:\/\//i.test(url);
  return [
    ...(connection || absolute
      ? []
      : [
          mistake(
            'url',
            'Without a connection the address must begin with https://; write it in full, or choose a connection',
          ),
        ]),
    ...(connection && absolute
      ? [
          mistake(
            'url',
            'The connection brings the beginning of the address; write only what follows it, such as /orders',
          ),
        ]
      : []),
    ...(method === 'GET' && body.trim() !== ''
      ? [warning('body', 'With GET no content is sent; choose POST, or leave this empty')]
      : []),
  ];
}
