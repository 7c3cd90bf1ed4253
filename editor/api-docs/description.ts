/** The parts of an OpenAPI document that the page shows. */
export interface Description {
  readonly info: { readonly version: string; readonly description?: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: OperationObject } };
  readonly components: { readonly schemas: { readonly [name: string]: SchemaObject } };
  readonly 'x-problems'?: readonly ProblemKind[];
}

export interface OperationObject {
  readonly summary: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly 'x-needs'?: string;
  readonly parameters: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: {
    readonly [status: string]: { readonly description: string; readonly content?: Content };
  };
}

export interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: SchemaObject;
}

export interface Content {
  readonly [type: string]: { readonly schema?: SchemaObject; readonly example?: unknown };
}

export interface SchemaObject {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: SchemaObject;
  readonly properties?: { readonly [name: string]: SchemaObject };
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaObject | boolean;
  readonly $ref?: string;
}

export interface ProblemKind {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** One thing the API can do, with the place on the page where it stands. */
export interface Operation extends OperationObject {
  readonly method: string;
  readonly path: string;
  /** Such as `get-/flows/{id}`. */
  readonly anchor: string;
}

export interface OperationGroup {
  readonly name: string;
  readonly description?: string;
  readonly operations: readonly Operation[];
}

/** All operations by their groups, in the order of the description; `search` leaves out what it does not fit. */
export function groupsOf({ tags, paths }: Description, search = ''): readonly OperationGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Operation => ({ ...operation, method, path, anchor: `${method}-${path}` }),
    ),
  );
  const found = all.filter((operation) => words.every((word) => saidBy(operation).includes(word)));
  return tags
    .map((tag) => ({ ...tag, operations: found.filter((operation) => operation.tags.includes(tag.name)) }))
    .filter(({ operations }) => operations.length > 0);
}

const saidBy = ({ method, path, summary, tags, operationId }: Operation): string =>
  [method, path, summary, operationId, ...tags].join(' ').toLowerCase();

/** What stands for a part of a path or a query. */
export type Values = { readonly [name: string]: string };

/** The address of an operation below the server's own, parts of the path and the query filled in. */
export function addressOf({ path, parameters }: Operation, values: Values): string {
  const filled = path.replace(/\{(\w+)\}/g, (hole, name: string) =>
    values[name] ? encodeURIComponent(values[name]) : hole,
  );
  const query = new URLSearchParams(
    parameters.flatMap((parameter) => {
      const value = values[parameter.name];
      return parameter.in === 'query' && value ? [[parameter.name, value]] : [];
    }),
  ).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

/** The names that must be filled in before an operation can be asked, and are not. */
export const missingIn = ({ parameters }: Operation, values: Values): readonly string[] =>
  parameters.flatMap(({ name, required }) => (required && !values[name]?.trim() ? [name] : []));

/** A line for a terminal that does an operation with the admin key. */
export function curlOf(operation: Operation, server: string, values: Values): string {
  const { method, requestBody } = operation;
  const parts = ['curl', ...(method === 'get' ? [] : ['-X', method.toUpperCase()])];
  parts.push(quoted(`${server}${addressOf(operation, values)}`), '-H', '"Authorization: Bearer $SLUICE_KEY"');
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined) return parts.join(' ');
  parts.push('-H', quoted(`Content-Type: ${type}`));
  if (type !== 'application/json') parts.push('--data-binary', '@FILE');
  else parts.push('-d', quoted(JSON.stringify(body?.example ?? {})));
  return parts.join(' ');
}

/** As shells take it: nothing inside means anything. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What a schema is, in a few words: `text`, `list of text`, `one of a, b`. */
export function kindOf(schema: SchemaObject): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'object';
  if (schema.enum) return schema.enum.map((one) => `"${one}"`).join(' | ');
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items) : 'anything'}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return `map of ${kindOf(schema.additionalProperties)}`;
  return KINDS[schema.type ?? ''] ?? 'anything';
}

const KINDS: { readonly [type: string]: string } = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
};

/** What else holds of a value, such as `1 to 200 characters`. */
export function limitsOf({
  minLength,
  maxLength,
  minimum,
  maximum,
  maxItems,
  pattern,
}: SchemaObject): string {
  const between = (low: number | undefined, high: number | undefined, what: string) => {
    if (high !== undefined) return [`${low ?? 0} to ${high}${what}`];
    return low === undefined ? [] : [`at least ${low}${what}`];
  };
  return [
    ...between(minLength, maxLength, ' characters'),
    ...between(minimum, maximum, ''),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...(pattern === undefined || pattern === '\\S' ? [] : [`like ${pattern}`]),
  ].join(', ');
}

/** The fields inside a schema, whatever is around them. */
export function fieldsOf(schema: SchemaObject): SchemaObject | undefined {
  if (schema.type === 'array' && schema.items) return fieldsOf(schema.items);
  if (typeof schema.additionalProperties === 'object') return fieldsOf(schema.additionalProperties);
  return schema.properties ? schema : undefined;
}
