import type { Json } from '../../nodes/contract/json.ts';

/** The part of JSON Schema that our API speaks: small enough to infer types from, and to write into its description. */
export type JsonSchema = {
  readonly title?: string;
  readonly description?: string;
  /** Values that it accepts, for people to look at. */
  readonly examples?: readonly Json[];
} & (
  | TextSchema
  | { readonly type: 'integer' | 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
  | ListSchema
  | ObjectSchema
  | MapSchema
  /** Any JSON. */
  | { readonly type?: never }
);

export interface ListSchema {
  readonly type: 'array';
  readonly items: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface TextSchema {
  readonly type: 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** An object of known fields, and no others. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** An object whose keys are data. */
export interface MapSchema {
  readonly type: 'object';
  readonly additionalProperties: JsonSchema;
  readonly maxProperties?: number;
}

/** The values that a schema accepts. */
export type ValueOf<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' | 'number' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array'; readonly items: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { readonly properties: infer P }
            ? Fields<P, S extends { readonly required: readonly (infer R)[] } ? R : never>
            : S extends { readonly additionalProperties: infer V }
              ? { readonly [key: string]: ValueOf<V> }
              : Json;

type Fields<P, R> = { readonly [K in keyof P as K extends R ? K : never]: ValueOf<P[K]> } & {
  readonly [K in keyof P as K extends R ? never : K]?: ValueOf<P[K]>;
};

/** An object of which everything is required but what `optional` adds. */
export const object = <
  const P extends { readonly [name: string]: JsonSchema },
  const O extends { readonly [name: string]: JsonSchema } = Record<never, never>,
>(
  required: P,
  optional?: O,
) =>
  ({
    type: 'object',
    properties: { ...required, ...optional } as P & O,
    required: Object.keys(required) as (keyof P & string)[],
    additionalProperties: false,
  }) as const;

export const list = <const S extends JsonSchema>(items: S, maxItems = 1000) =>
  ({ type: 'array', items, maxItems }) as const;

export const map = <const S extends JsonSchema>(values: S) =>
  ({ type: 'object', additionalProperties: values, maxProperties: 1000 }) as const;

/** A text of a person: something must be in it. */
export const text = (maxLength: number, title?: string) =>
  ({
    type: 'string',
    minLength: 1,
    maxLength,
    pattern: '\\S',
    ...(title !== undefined && { title }),
  }) as const;

/** The id of a thing that people name: part of addresses, so plain. */
export const slug = {
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9_-]{0,63}$',
  description: 'Small letters, digits, - and _; it starts with a letter or digit.',
  examples: ['price-list'],
} as const;

/** An id that somebody else made. */
export const foreignId = { type: 'string', pattern: '^[^\\s/:]{1,128}$', examples: ['66812345678'] } as const;

export const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum }) as const;
export const moment = { type: 'integer', minimum: 0, description: 'Milliseconds since 1970.' } as const;
export const truth = { type: 'boolean' } as const;
/** Data whose shape is told elsewhere: graphs, messages, journal entries. */
export const anything = {} as const;
/** A sentence in its parts: English with `{holes}`, and what fills them (texts, numbers, further sentences). */
export const sentence = object({ says: { type: 'string' } }, { values: anything });
