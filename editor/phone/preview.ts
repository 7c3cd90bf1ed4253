import { plain } from '../lib/formatting.ts';
import { templateView } from './template-view.ts';
import type { Texts } from './texts.ts';
import { inside, type Message, word } from './wire.ts';

/** What a message says in one line, for quotes. */
export function previewOf({ type, content }: Pick<Message, 'type' | 'content'>, texts: Texts): string {
  const kind = previews[type];
  return plain(kind?.(content, texts) || texts.messageWord);
}

const captioned = (key: keyof Texts) => (content: unknown, texts: Texts) =>
  word(content, 'caption') || texts[key];

const previews: Readonly<Record<string, (content: unknown, texts: Texts) => string>> = {
  text: (content) => word(content, 'body'),
  image: captioned('photoWord'),
  video: captioned('videoWord'),
  audio: captioned('audioWord'),
  sticker: captioned('stickerWord'),
  document: (content, texts) => word(content, 'filename') || captioned('documentWord')(content, texts),
  location: (content, texts) => word(content, 'name') || texts.location,
  contacts: (_content, texts) => texts.contactWord,
  button: (content) => word(content, 'text'),
  interactive: (content) => replyTitle(content) || word(inside(content, 'body'), 'text'),
  template: (content) => templateView(content).body,
};

/** The words on the button or row a person chose; empty when it is not a choice. */
export const replyTitle = (content: unknown): string =>
  word(inside(content, 'button_reply'), 'title') || word(inside(content, 'list_reply'), 'title');
