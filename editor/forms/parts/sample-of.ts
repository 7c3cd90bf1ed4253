import type { Schema } from '../../../nodes/contract/schema.ts';

/** What an empty field shows: a sample of what may be written there. */
export function sampleOf({ examples }: Schema): string {
  const [first] = examples ?? [];
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
}
