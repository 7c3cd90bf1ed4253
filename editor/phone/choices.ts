import type { IconName } from './Icon.tsx';
import { templateView } from './template-view.ts';
import { each, inside, type Json, type Message, word } from './wire.ts';

/** What hangs under a message of the business: a reply, a link, a list to open, or the wish for a place. */
export interface Choice {
  readonly is: 'reply' | 'link' | 'list' | 'place';
  readonly text: string;
  /** What a tap on a reply sends. */
  readonly id: string;
  readonly href?: string;
  readonly icon: IconName;
}

/** The sections of a list message. */
export interface ListSection {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}

/** Every choice a message offers, in order. `sendPlace` is the page's own word for the place button. */
export function choicesOf(message: Message, sendPlace: string): readonly Choice[] {
  if (message.from !== 'business') return [];
  if (message.type === 'template') return templateChoices(message.content);
  if (message.type !== 'interactive') return [];
  const action = inside(message.content, 'action');
  return kinds[word(message.content, 'type')]?.(action, sendPlace) ?? [];
}

/** What the list of a message shows when it is open. */
export function sectionsOf(message: Message): readonly ListSection[] {
  return each(inside(message.content, 'action'), 'sections').map((section) => ({
    title: word(section, 'title'),
    rows: each(section, 'rows').map((row) => ({
      id: word(row, 'id'),
      title: word(row, 'title'),
      description: word(row, 'description'),
    })),
  }));
}

const kinds: Readonly<Record<string, (action: Json, sendPlace: string) => readonly Choice[]>> = {
  button: (action) =>
    each(action, 'buttons').map((button) => {
      const reply = inside(button, 'reply');
      return { is: 'reply', text: word(reply, 'title'), id: word(reply, 'id'), icon: 'reply' };
    }),
  list: (action) => [{ is: 'list', text: word(action, 'button'), id: 'list', icon: 'list' }],
  cta_url: (action) => {
    const parameters = inside(action, 'parameters');
    const href = word(parameters, 'url');
    return [{ is: 'link', text: word(parameters, 'display_text'), id: href, href, icon: 'link' }];
  },
  location_request_message: (_action, sendPlace) => [
    { is: 'place', text: sendPlace, id: 'place', icon: 'pin' },
  ],
};

const ICONS = { reply: 'reply', link: 'link', call: 'phone', copy: 'document' } as const;

function templateChoices(content: unknown): readonly Choice[] {
  return templateView(content).buttons.map(({ is, text, choice, href }) => ({
    is: is === 'reply' ? 'reply' : 'link',
    text,
    id: choice,
    icon: ICONS[is],
    ...(href ? { href } : {}),
  }));
}
