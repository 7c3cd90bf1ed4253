import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { OutboundTemplate } from '../../../nodes/contract/message.ts';

/** An approved template with the texts for its holes. */
export function composeTemplate({ name, language, header, body = [] }: OutboundTemplate): JsonObject {
  const components: JsonObject[] = [];
  if (header !== undefined) components.push({ type: 'header', parameters: [parameter(header)] });
  if (body.length > 0) components.push({ type: 'body', parameters: body.map(parameter) });
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
  };
}

const parameter = (text: string): JsonObject => ({ type: 'text', text: text.replace(/\s+/g, calmBlanks) });

// Graph error 132018: a value may hold no line breaks, no tabs and no more than four blanks in a row.
const calmBlanks = (run: string): string => (/[^ \u00a0]/.test(run) ? ' ' : run.slice(0, 4));
