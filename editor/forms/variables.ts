import { isObject, type Json, type JsonObject, toText } from '../../nodes/contract/json.ts';
import type { NodeVariablesView } from '../../server/api/flows/inspecting.ts';

/** What a node can read, and who reads what it sets: as the server has worked it out. */
export type NodeVariables = NodeVariablesView;
export type KnownVariable = NodeVariables['known'][number];

/** An example of what a path holds, as a text; undefined where none is known. */
export function exampleOf(variables: NodeVariables | undefined, path: string): string | undefined {
  for (const { parts } of variables?.known ?? []) {
    const part = parts.find((one) => one.path === path);
    if (part?.example !== undefined) return toText(part.example);
  }
  return undefined;
}

/** Examples for every variable, as the values a text would be filled with; what the author gave goes before them. */
export function examplesIn(
  variables: NodeVariables | undefined,
  given: ReadonlyMap<string, string> = new Map(),
): JsonObject {
  const values: { [name: string]: Json } = {};
  for (const { parts } of variables?.known ?? [])
    for (const { path, example } of parts)
      if (example !== undefined && !path.includes('__proto__')) put(values, path.split('.'), example);
  for (const [path, text] of given) if (!path.includes('__proto__')) put(values, path.split('.'), text);
  return values;
}

function put(into: { [key: string]: Json }, [key = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const before = into[key];
  const inner: { [key: string]: Json } = isObject(before) ? { ...before } : {};
  put(inner, rest, value);
  into[key] = inner;
}
