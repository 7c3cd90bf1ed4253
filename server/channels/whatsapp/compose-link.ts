import type { JsonObject } from '../../../nodes/contract/json.ts';
import type { OutboundMessage } from '../../../nodes/contract/message.ts';
import { cut, oneLine } from './cut.ts';

const MAX_BODY = 1024;
const MAX_LABEL = 20;
const MAX_FOOTER = 60;
const MAX_URL = 2000;
const MAX_TEXT = 4096;

/** A button that opens a page; plain text with the address in it when the text or the address does not suit a button. */
export function composeLink(link: Extract<OutboundMessage, { readonly kind: 'link' }>): JsonObject {
  const { text, url, footer = '' } = link;
  const label = oneLine(link.label) || url;
  const suits = text.length <= MAX_BODY && url.length <= MAX_URL && /^https?:\/\//i.test(url);
  if (!suits) return asText(link);
  const foot = oneLine(footer);
  return {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: text.trim() === '' ? cut(label, MAX_BODY) : text },
      ...(foot !== '' && { footer: { text: cut(foot, MAX_FOOTER) } }),
      action: { name: 'cta_url', parameters: { display_text: cut(label, MAX_LABEL), url } },
    },
  };
}

/** The address is what matters: the words before it give way. */
function asText({
  text,
  label,
  url,
  footer = '',
}: Extract<OutboundMessage, { readonly kind: 'link' }>): JsonObject {
  const after = [`${oneLine(label)}\n${url}`.trim(), footer.trim()]
    .filter((part) => part !== '')
    .join('\n\n');
  const room = MAX_TEXT - after.length - 2;
  const body = text.trim() !== '' && room > 0 ? `${cut(text, room)}\n\n${after}` : after;
  return { type: 'text', text: { body: cut(body, MAX_TEXT), preview_url: true } };
}
