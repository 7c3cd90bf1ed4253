import { Formatted } from '../../lib/Formatted.tsx';
import { useTexts } from '../language.tsx';
import { replyTitle } from '../preview.ts';
import { filled } from '../texts.ts';
import { each, inside, type Message, word } from '../wire.ts';
import { FileContent } from './FileContent.tsx';
import { LocationContent } from './LocationContent.tsx';
import { TemplateContent } from './TemplateContent.tsx';

/** What stands in a bubble, by message type. */
export function Content({ type, content }: Pick<Message, 'type' | 'content'>) {
  const texts = useTexts();
  const view = Object.hasOwn(views, type) ? views[type] : undefined;
  return view?.(content) ?? <p className="aside">{filled(texts.unsupported, 'kind', type)}</p>;
}

const views: Readonly<Record<string, (content: unknown) => React.ReactNode>> = {
  text: (content) => <Formatted text={word(content, 'body')} />,
  button: (content) => <Formatted text={word(content, 'text')} />,
  image: (content) => <FileContent kind="image" content={content} />,
  video: (content) => <FileContent kind="video" content={content} />,
  audio: (content) => <FileContent kind="audio" content={content} />,
  sticker: (content) => <FileContent kind="sticker" content={content} />,
  document: (content) => <FileContent kind="document" content={content} />,
  location: (content) => <LocationContent content={content} />,
  contacts: (content) => <Contacts content={content} />,
  interactive: (content) => <Interactive content={content} />,
  template: (content) => <TemplateContent content={content} />,
};

function Interactive({ content }: { readonly content: unknown }) {
  const title = replyTitle(content);
  if (title) {
    const description = word(inside(content, 'list_reply'), 'description');
    return (
      <>
        <Formatted text={title} />
        {description ? <p className="footnote">{description}</p> : null}
      </>
    );
  }
  const header = inside(content, 'header');
  const kind = word(header, 'type');
  return (
    <>
      {kind === 'text' ? <p className="header-text">{word(header, 'text')}</p> : null}
      {kind && kind !== 'text' ? <FileContent kind={kind} content={inside(header, kind)} /> : null}
      <Formatted text={word(inside(content, 'body'), 'text')} />
      <Footnote text={word(inside(content, 'footer'), 'text')} />
    </>
  );
}

/** The small line under a message. */
export function Footnote({ text }: { readonly text: string }) {
  return text ? <p className="footnote">{text}</p> : null;
}

function Contacts({ content }: { readonly content: unknown }) {
  const contacts = each({ content }, 'content');
  return contacts.map((contact) => {
    const name = word(inside(contact, 'name'), 'formatted_name');
    const phone = word(each(contact, 'phones')[0], 'phone');
    return (
      <p key={`${name}${phone}`} className="contact">
        <strong>{name}</strong>
        <span>{phone}</span>
      </p>
    );
  });
}
