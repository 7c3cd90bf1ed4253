/** Any words, of a length within the limits. */
export function readText(
  words: string,
  { min = 1, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number },
): string | undefined {
  const text = words.trim();
  const { length } = [...text];
  return length > 0 && length >= min && length <= max ? text : undefined;
}
