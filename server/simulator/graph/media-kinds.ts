const MB = 1024 * 1024;

const limits: readonly (readonly [types: RegExp, bytes: number])[] = [
  [/^image\/(jpeg|png)$/, 5 * MB],
  [/^image\/webp$/, 500 * 1024],
  [/^audio\/(aac|amr|mpeg|mp4|ogg|opus)$/, 16 * MB],
  [/^video\/(mp4|3gpp|3gp)$/, 16 * MB],
  [/^(application|text)\/[\w.+-]+$/, 100 * MB],
];

/** How many bytes WhatsApp takes of a media type when a business uploads it; undefined for what it does not take. */
export function limitOf(mimeType: string): number | undefined {
  const bare = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  return limits.find(([types]) => types.test(bare))?.[1];
}
