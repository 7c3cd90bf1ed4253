import { Formatted } from '../../lib/Formatted.tsx';
import { templateView } from '../template-view.ts';
import { inside, word } from '../wire.ts';
import { FileContent } from './FileContent.tsx';

/** A template as it looks on a phone: heading, text, footer. Its buttons hang under the bubble. */
export function TemplateContent({ content }: { readonly content: unknown }) {
  const { headerText, headerFile, body, footer } = templateView(content);
  const kind = word(headerFile, 'type');
  return (
    <>
      {kind ? <FileContent kind={kind} content={inside(headerFile, kind)} /> : null}
      {headerText ? <p className="header-text">{headerText}</p> : null}
      <Formatted text={body} />
      {footer ? <p className="footnote">{footer}</p> : null}
    </>
  );
}
