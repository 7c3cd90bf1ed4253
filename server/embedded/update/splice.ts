import { encode } from '../values/codec.ts';
import type { Document } from '../values/document.ts';
import { ElementReader, joinElements } from '../values/raw.ts';

/**
 * A stored document with some top-level fields changed: all others keep the bytes they have.
 * `changed` holds those of the named fields that are still there, and new ones, which go to the end.
 */
export function splice(raw: Uint8Array, names: ReadonlySet<string>, changed: Document): Uint8Array {
  const replacements = elementsOf(encode(changed));
  const parts: Uint8Array[] = [];
  const reader = new ElementReader(raw);
  let kept = reader.end;
  while (reader.next()) {
    const name = reader.name();
    if (!names.has(name)) continue;
    // Neighbours that stay are copied in one piece.
    parts.push(raw.subarray(kept, reader.start));
    kept = reader.end;
    const replacement = replacements.get(name);
    if (!replacement) continue;
    parts.push(replacement);
    replacements.delete(name);
  }
  parts.push(raw.subarray(kept, reader.start), ...replacements.values());
  return joinElements(parts);
}

function elementsOf(raw: Uint8Array): Map<string, Uint8Array> {
  const elements = new Map<string, Uint8Array>();
  const reader = new ElementReader(raw);
  while (reader.next()) elements.set(reader.name(), raw.subarray(reader.start, reader.end));
  return elements;
}
