import type { Json, JsonObject } from '../../../nodes/contract/json.ts';
import type { AnyNodeType, Port } from '../../../nodes/contract/node-type.ts';
import type { Schema } from '../../../nodes/contract/schema.ts';

/** What a new node of a type begins with. What only its author can know is empty, and the linter asks for it. */
export const freshParams = ({ fresh, params }: AnyNodeType): JsonObject =>
  (fresh ?? least(params)) as JsonObject;

/** The ways out of a new node. */
export function freshPorts(type: AnyNodeType): readonly Port[] {
  try {
    return type.ports(freshParams(type));
  } catch {
    // A type whose ports hang on what its author has yet to say.
    return [];
  }
}

function least(schema: Schema): Json {
  if ('default' in schema && schema.default !== undefined) return schema.default;
  if ('enum' in schema && schema.enum) return schema.enum[0] ?? '';
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).flatMap((name) => {
          const field = schema.properties[name];
          return field ? [[name, least(field)]] : [];
        }),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => least(schema.items));
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'string':
      return '';
    default:
      return null;
  }
}
