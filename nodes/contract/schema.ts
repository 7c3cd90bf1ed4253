import type { Json } from './json.ts';

/**
 * The part of JSON Schema that node parameters may use. What Ajv checks, what the editor
 * can draw a form for and what TypeScript can infer are one and the same.
 */
export type Schema = Described &
  (StringSchema | NumberSchema | BooleanSchema | ArraySchema | ObjectSchema | AnySchema);

interface Described {
  readonly title?: string;
  readonly description?: string;
  /** A sample the editor shows in an empty field. */
  readonly examples?: readonly Json[];
}

export interface StringSchema {
  readonly type: 'string';
  readonly enum?: readonly string[];
  /** What people read for each value of `enum`. */
  readonly labels?: { readonly [value: string]: string };
  readonly format?: Format;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: string;
}

export interface NumberSchema {
  readonly type: 'integer' | 'number';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

export interface BooleanSchema {
  readonly type: 'boolean';
  readonly default?: boolean;
}

export interface ArraySchema {
  readonly type: 'array';
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly title?: string;
  readonly description?: string;
  readonly properties: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** A value of any shape: a JSON-Logic rule, or plain JSON. */
export interface AnySchema {
  readonly type?: never;
  readonly format: 'condition' | 'json';
}

/**
 * What a string stands for.
 * - `template`: `{{holes}}` are filled before the node runs; `url-template` also percent-encodes each value
 * - `variable`: the name of a variable that the node sets; every other name refers to a thing of the workspace
 * - `duration`: a length of time such as `30s`, `15m`, `2h`, `3d`
 */
export type Format =
  | 'template'
  | 'url-template'
  | 'variable'
  | 'duration'
  | 'date-time'
  | 'keyword'
  | 'pattern'
  | 'flow'
  | 'calendar'
  | 'connection'
  | 'team'
  | 'number'
  | 'tag'
  | 'field';

/** Infers the TypeScript type of the values that a schema accepts. */
export type ParamsOf<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' | 'number' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array'; readonly items: infer Item }
          ? readonly ParamsOf<Item>[]
          : S extends { readonly properties: infer P }
            ? Fields<P, S extends { readonly required: readonly (infer R)[] } ? R : never>
            : Json;

type Fields<P, R> = { readonly [K in keyof P as K extends R ? K : never]: ParamsOf<P[K]> } & {
  readonly [K in keyof P as K extends R ? never : K]?: ParamsOf<P[K]>;
};
