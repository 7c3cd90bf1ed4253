/** A piece of a text with holes. */
export interface TemplateToken {
  readonly is: 'text' | 'hole' | 'tag';
  readonly text: string;
  /** The variable that a plain hole reads. */
  readonly reads?: string;
}

const TOKEN = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const PLAIN = /^\{\{-?\s*([A-Za-z_][\w.]*)\s*(?:\|[\s\S]*)?-?\}\}$/;

/** Takes a text apart into what is said as it is, and what is filled in. Put together the pieces are the text again. */
export function templateTokens(text: string): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    if (index > end) tokens.push({ is: 'text', text: text.slice(end, index) });
    const reads = PLAIN.exec(found)?.[1];
    tokens.push({
      is: found.startsWith('{%') ? 'tag' : 'hole',
      text: found,
      ...(reads !== undefined && { reads }),
    });
    end = index + found.length;
  }
  if (end < text.length) tokens.push({ is: 'text', text: text.slice(end) });
  return tokens;
}

/** A text as its reader may see it: plain holes hold examples, others their own text; tags are left out. */
export const withExamples = (text: string, exampleOf: (path: string) => string | undefined): string =>
  templateTokens(text)
    .map((token) => {
      if (token.is === 'text') return token.text;
      if (token.is === 'tag') return '';
      return (token.reads === undefined ? undefined : exampleOf(token.reads)) ?? token.reads ?? '…';
    })
    .join('');
